import { useTranslation } from 'react-i18next';
import { CheckListField, ErrorSummary, RadioField, TextAreaField, TextField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { answerAttestation, type OpenAttestation, type Receipt } from './attestation.api';
import { type AnswerValues, foundName, NO_ANSWER, wordOf } from './answer-values';
import classes from './attestation.module.css';

const MOST = 2_000;

interface AnswerFormProps {
  token: string;
  question: OpenAttestation;
  onAnswered: (receipt: Receipt) => void;
}

/** Yes, no, or what differs field by field; with the name and office of who says so. */
export function AnswerForm({ token, question, onAnswered }: AnswerFormProps) {
  const { t } = useTranslation('attestation');
  const form = useForm<AnswerValues>({
    initial: NO_ANSWER,
    validate: (values) => ({
      verdict: values.verdict ? undefined : t('fault.verdict'),
      differing:
        values.verdict === 'differs' && values.differing.length === 0 ? t('fault.differing') : undefined,
      ...faultsOfFound(values, t('fault.found')),
      name: values.name.trim() ? undefined : t('fault.name'),
      office: values.office.trim() ? undefined : t('fault.office'),
      remark: values.remark.length <= MOST ? undefined : t('fault.remark'),
    }),
    submit: async (values) => onAnswered(await answerAttestation(token, wordOf(values))),
  });
  const { differing, verdict } = form.values;
  return (
    <form onSubmit={form.onSubmit} noValidate className={classes.form} aria-labelledby="answer">
      <h2 id="answer">{t('form.title')}</h2>
      <ErrorSummary form={form} />
      <RadioField
        {...form.field('verdict')}
        onChange={(chosen) => form.set('verdict', chosen as AnswerValues['verdict'])}
        label={t('form.verdict')}
        choices={(['yes', 'differs', 'no'] as const).map((value) => ({
          value,
          label: t(`verdict.${value}`),
          hint: t(`verdictHint.${value}`),
        }))}
      />
      {verdict === 'differs' && (
        <>
          <CheckListField
            {...form.field('differing')}
            label={t('form.differing')}
            choices={question.fields.map(({ field }) => ({ value: field, label: t(`field.${field}`) }))}
          />
          {question.fields
            .filter(({ field }) => differing.includes(field))
            .map(({ field }) => (
              <TextField
                key={field}
                {...form.field(foundName(field))}
                value={form.values[foundName(field)] ?? ''}
                label={t('form.found', { field: t(`field.${field}`) })}
                hint={t('form.foundHint')}
                maxLength={300}
              />
            ))}
        </>
      )}
      <TextField {...form.field('name')} label={t('form.name')} autoComplete="name" maxLength={200} />
      <TextField
        {...form.field('office')}
        label={t('form.office')}
        hint={t('form.officeHint')}
        autoComplete="organization-title"
        maxLength={200}
      />
      <TextAreaField
        {...form.field('remark')}
        label={t('form.remark')}
        hint={t('form.remarkHint')}
        optional
        limit={MOST}
      />
      <p className={classes.small}>{t('form.once')}</p>
      <PendingButton isPending={form.isPending}>{t('form.send')}</PendingButton>
    </form>
  );
}

function faultsOfFound(
  values: AnswerValues,
  sentence: string,
): Record<`found.${string}`, string | undefined> {
  const open = values.verdict === 'differs' ? values.differing : [];
  return Object.fromEntries(
    open.map((field) => [foundName(field), values[foundName(field)]?.trim() ? undefined : sentence]),
  );
}
