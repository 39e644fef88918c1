import { Button, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import {
  CheckField,
  type DateParts,
  DateField,
  ErrorSummary,
  NO_DATE,
  TextAreaField,
  TextField,
  isoDateOf,
  useForm,
} from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { type Code, publish } from './ethics.api';
import classes from './ethics.module.css';

interface PublishDialogProps {
  /** The edition in force: the next one begins with its words. */
  code: Code;
  groupId: string;
  onClose: () => void;
}

type Draft = Pick<
  Code['clauses'][number],
  'headingId' | 'headingEn' | 'textId' | 'textEn' | 'mustAcknowledge'
>;

interface Values {
  changesId: string;
  changesEn: string;
  acknowledgeBy: DateParts;
  clauses: Draft[];
}

const EMPTY: Draft = { headingId: '', headingEn: '', textId: '', textEn: '', mustAcknowledge: true };

/** The next edition: its clauses, what changed and until when members acknowledge it. Its text is fixed once published. */
export function PublishDialog({ code, groupId, onClose }: PublishDialogProps) {
  const { t } = useTranslation('ethics');
  const queryClient = useQueryClient();
  const form = useForm<Values>({
    initial: { changesId: '', changesEn: '', acknowledgeBy: NO_DATE, clauses: code.clauses },
    validate: (values) => ({
      changesId: values.changesId.trim() ? undefined : t('fault.changes'),
      changesEn: values.changesEn.trim() ? undefined : t('fault.changes'),
      acknowledgeBy: isoDateOf(values.acknowledgeBy) ? undefined : t('fault.date'),
      clauses: values.clauses.some(isUnfinished) ? t('fault.unfinished') : undefined,
    }),
    submit: async (values) => {
      await publish(groupId, {
        title: { id: code.titleId, en: code.titleEn },
        preamble: { id: code.preambleId, en: code.preambleEn },
        changes: { id: values.changesId.trim(), en: values.changesEn.trim() },
        acknowledgeBy: isoDateOf(values.acknowledgeBy) ?? undefined,
        clauses: values.clauses.map(({ headingId, headingEn, textId, textEn, mustAcknowledge }) => ({
          heading: { id: headingId, en: headingEn },
          text: { id: textId, en: textEn },
          mustAcknowledge,
        })),
      });
      await queryClient.invalidateQueries({ queryKey: ['code'] });
      toast.good(t('office.published'));
      onClose();
    },
  });
  const { clauses } = form.values;
  const change = (at: number, part: Partial<Draft>) =>
    form.set(
      'clauses',
      clauses.map((clause, place) => (place === at ? { ...clause, ...part } : clause)),
    );
  return (
    <Dialog isOpen onClose={onClose} title={t('office.next', { edition: code.edition + 1 })} size="xl">
      <form onSubmit={form.onSubmit} noValidate>
        <Stack gap="lg" align="stretch">
          <ErrorSummary form={form} />
          <TextAreaField
            {...form.field('changesId')}
            label={t('field.changesId')}
            hint={t('field.changesHint')}
          />
          <TextAreaField {...form.field('changesEn')} label={t('field.changesEn')} />
          <DateField {...form.field('acknowledgeBy')} label={t('field.acknowledgeBy')} />
          {clauses.map((clause, at) => (
            <ClauseFields
              key={at}
              clause={clause}
              at={at}
              onChange={(part) => change(at, part)}
              onRemove={() =>
                form.set(
                  'clauses',
                  clauses.filter((_, place) => place !== at),
                )
              }
            />
          ))}
          <Button variant="default" onClick={() => form.set('clauses', [...clauses, EMPTY])}>
            {t('actions.addClause')}
          </Button>
          <PendingButton isPending={form.isPending}>{t('actions.publish')}</PendingButton>
        </Stack>
      </form>
    </Dialog>
  );
}

interface ClauseFieldsProps {
  clause: Draft;
  at: number;
  onChange: (part: Partial<Draft>) => void;
  onRemove: () => void;
}

function ClauseFields({ clause, at, onChange, onRemove }: ClauseFieldsProps) {
  const { t } = useTranslation('ethics');
  const text = (part: 'headingId' | 'headingEn' | 'textId' | 'textEn') => ({
    name: at === 0 && part === 'headingId' ? 'clauses' : `clauses-${at}-${part}`,
    label: t(`field.${part}`),
    value: clause[part],
    error: undefined,
    onChange: (value: string) => onChange({ [part]: value }),
  });
  return (
    <fieldset className={classes.draft}>
      <legend>{t('clause', { position: at + 1 })}</legend>
      <TextField {...text('headingId')} />
      <TextField {...text('headingEn')} />
      <TextAreaField {...text('textId')} />
      <TextAreaField {...text('textEn')} />
      <CheckField
        name={`clauses-${at}-must`}
        label={t('field.mustAcknowledge')}
        value={clause.mustAcknowledge}
        error={undefined}
        onChange={(mustAcknowledge) => onChange({ mustAcknowledge })}
      />
      <Button
        variant="subtle"
        size="sm"
        onClick={onRemove}
        aria-label={t('removeClause', { position: at + 1 })}
      >
        {t('actions.removeClause')}
      </Button>
    </fieldset>
  );
}

function isUnfinished({ headingId, headingEn, textId, textEn }: Draft): boolean {
  return [headingId, headingEn, textId, textEn].some((text) => text.trim() === '');
}
