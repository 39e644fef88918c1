import { Button, Group } from '@mantine/core';
import { IconPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary, TextAreaField, useForm } from '../../../ui/form';
import { PendingButton } from '../../../ui/pending-button';
import { NoteLine } from './note-line';
import classes from './notes.module.css';
import type { FileNotes } from './use-file-notes';

interface NotePanelProps {
  notes: FileNotes;
  /** Shows a page, and on it a note's marker. */
  onShow: (page: number, noteId: string) => void;
}

/** The notes of a file as a list beside it, and the form of the one that is being placed. */
export function NotePanel({ notes, onShow }: NotePanelProps) {
  const { t } = useTranslation('review');
  const { draft, list } = notes;
  return (
    <section className={classes.panel} aria-label={t('notes.title')}>
      <header>
        <h3>{t('notes.title')}</h3>
        {!draft && (
          <Button
            size="sm"
            variant="default"
            leftSection={<IconPin size={18} aria-hidden />}
            onClick={() => notes.begin(null)}
          >
            {t('notes.actions.pin')}
          </Button>
        )}
      </header>
      <p className={classes.quiet}>{t('notes.hint')}</p>
      {draft && <DraftForm key={draft.note?.id ?? 'new'} notes={notes} />}
      {list.length > 0 && (
        <ol className={classes.list}>
          {list.map((note) => (
            <NoteLine key={note.id} note={note} notes={notes} onShow={() => onShow(note.page, note.id)} />
          ))}
        </ol>
      )}
    </section>
  );
}

function DraftForm({ notes }: { notes: FileNotes }) {
  const { t } = useTranslation('review');
  const isNew = notes.draft?.note === null;
  const form = useForm({
    initial: { noteText: '' },
    validate: ({ noteText }) => ({
      noteText: isNew && noteText.trim() === '' ? t('fault.noteText') : undefined,
    }),
    submit: ({ noteText }) => notes.keep(noteText.trim()),
  });
  return (
    <form className={classes.draft} onSubmit={form.onSubmit} noValidate>
      <ErrorSummary form={form} />
      <p>{t('notes.placing')}</p>
      {isNew && (
        <TextAreaField {...form.field('noteText')} label={t('field.noteText')} rows={2} limit={2_000} />
      )}
      <Group gap="sm">
        <PendingButton size="sm" isPending={form.isPending}>
          {t(isNew ? 'notes.actions.keep' : 'notes.actions.keepPlace')}
        </PendingButton>
        <Button size="sm" variant="subtle" onClick={notes.drop}>
          {t('notes.actions.drop')}
        </Button>
      </Group>
    </form>
  );
}
