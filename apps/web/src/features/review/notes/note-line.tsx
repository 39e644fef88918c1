import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateTimeText } from '../../../ui/date-text';
import { ErrorSummary, TextAreaField, useForm } from '../../../ui/form';
import { PendingButton } from '../../../ui/pending-button';
import { toast } from '../../../ui/toast';
import { type PinnedNote, replyToNote, resolveNote } from './notes.api';
import classes from './notes.module.css';
import type { FileNotes } from './use-file-notes';

interface NoteLineProps {
  note: PinnedNote;
  notes: FileNotes;
  onShow: () => void;
}

/** One note: what it says, who answered, whether it is dealt with. */
export function NoteLine({ note, notes, onShow }: NoteLineProps) {
  const { t } = useTranslation('review');
  const [isReplying, setReplying] = useState(false);
  const resolve = useMutation({
    mutationFn: () => resolveNote(notes.applicationId, note),
    onError: (error) => toast.problem(error),
    onSettled: notes.refresh,
  });
  return (
    <li id={`note-line-${note.id}`} tabIndex={-1} data-resolved={note.resolvedAt !== null || undefined}>
      <p className={classes.head}>
        <strong>{t('notes.number', { number: note.number })}</strong> · {note.by} ·{' '}
        <DateTimeText value={note.at} />
      </p>
      <p className={classes.text}>{note.text}</p>
      {note.resolvedAt !== null && (
        <p className={classes.quiet}>{t('notes.resolved', { name: note.resolvedBy ?? '' })}</p>
      )}
      {note.replies.map((reply) => (
        <div key={reply.id} className={classes.reply}>
          <p className={classes.head}>
            {reply.by} · <DateTimeText value={reply.at} />
          </p>
          <p className={classes.text}>{reply.text}</p>
        </div>
      ))}
      <Group gap="xs">
        <Button size="compact-sm" variant="subtle" onClick={onShow}>
          {t('notes.actions.show', { page: note.page })}
        </Button>
        {!isReplying && (
          <Button size="compact-sm" variant="subtle" onClick={() => setReplying(true)}>
            {t('notes.actions.reply')}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="subtle"
          loading={resolve.isPending}
          onClick={() => resolve.mutate()}
        >
          {note.resolvedAt === null ? t('notes.actions.resolve') : t('notes.actions.reopen')}
        </Button>
        {note.isOwn && (
          <Button size="compact-sm" variant="subtle" onClick={() => notes.begin(note)}>
            {t('notes.actions.move')}
          </Button>
        )}
      </Group>
      {isReplying && <ReplyForm note={note} notes={notes} onDone={() => setReplying(false)} />}
    </li>
  );
}

function ReplyForm({ note, notes, onDone }: Omit<NoteLineProps, 'onShow'> & { onDone: () => void }) {
  const { t } = useTranslation('review');
  const name = `reply-${note.number}` as const;
  const form = useForm<Record<string, string>>({
    initial: { [name]: '' },
    validate: (values) => ({ [name]: values[name]?.trim() ? undefined : t('fault.noteText') }),
    submit: async (values) => {
      await replyToNote(notes.applicationId, note.id, String(values[name]).trim());
      await notes.refresh();
      onDone();
    },
  });
  return (
    <form className={classes.draft} onSubmit={form.onSubmit} noValidate>
      <ErrorSummary form={form} />
      <TextAreaField
        {...form.field(name)}
        value={form.values[name] ?? ''}
        label={t('field.noteReply')}
        rows={2}
        limit={2_000}
      />
      <PendingButton size="sm" isPending={form.isPending}>
        {t('notes.actions.send')}
      </PendingButton>
    </form>
  );
}
