import { useTranslation } from 'react-i18next';
import { CheckField, CheckListField, type Form, TextAreaField, TextField } from '../../ui/form';
import type { Requirement } from './apply.api';
import classes from './apply.module.css';
import { DAYS, type SectionValues } from './section-answer';
import { useText } from './use-text';

interface SectionFieldsProps {
  form: Form<SectionValues>;
  requirement: Requirement;
}

/** The fields of one kind of requirement. */
export function SectionFields({ form, requirement }: SectionFieldsProps) {
  const { t } = useTranslation('apply');
  const { said } = useText();
  switch (requirement.kind) {
    case 'interest':
      return (
        <>
          <CheckListField
            {...form.field('chosen')}
            label={t('field.interest')}
            hint={t('field.chooseAny')}
            choices={(requirement.options ?? []).map(({ code, label }) => ({
              value: code,
              label: said(label),
            }))}
          />
          <TextAreaField {...form.field('note')} label={t('field.note')} optional limit={1_000} />
        </>
      );
    case 'availability':
      return (
        <>
          <TextField
            {...form.field('hours')}
            label={t('field.hours')}
            hint={t('field.hoursHint')}
            inputMode="numeric"
            width={4}
          />
          <CheckListField
            {...form.field('days')}
            label={t('field.days')}
            hint={t('field.chooseAny')}
            choices={DAYS.map((day) => ({ value: day, label: t(`day.${day}`) }))}
          />
          <TextAreaField {...form.field('note')} label={t('field.note')} optional limit={1_000} />
        </>
      );
    default:
      return (
        <>
          <blockquote className={classes.promise}>{said(requirement.text)}</blockquote>
          <CheckField {...form.field('accepted')} label={t('field.accept')} />
        </>
      );
  }
}

/** A section's values as rows to read: for checking answers and for comparing two versions. */
export function useAnswerRows(requirement: Requirement) {
  const { t } = useTranslation('apply');
  const { said } = useText();
  const row = (key: string, label: string, value: string) => ({ key, label, value });
  return (values: SectionValues) => {
    const note = row('note', t('field.note'), values.note);
    switch (requirement.kind) {
      case 'interest': {
        const chosen = (requirement.options ?? []).filter(({ code }) => values.chosen.includes(code));
        const words = chosen.map(({ label }) => said(label)).join(', ');
        return [row('chosen', t('field.interest'), words), note];
      }
      case 'availability': {
        const days = DAYS.filter((day) => values.days.includes(day)).map((day) => t(`day.${day}`));
        return [
          row('hours', t('field.hours'), values.hours),
          row('days', t('field.days'), days.join(', ')),
          note,
        ];
      }
      default:
        return [row('accepted', said(requirement.title), values.accepted ? t('accepted') : '')];
    }
  };
}
