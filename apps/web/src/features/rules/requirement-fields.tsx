import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { CheckListField, type Form, TextField } from '../../ui/form';
import { amountField, type RuleValues } from './rule-values';
import type { GradeRule } from './rules.api';
import classes from './rules.module.css';

/** Which requirements stay, and the numbers of those that have one. */
export function RequirementFields({ form, rule }: { form: Form<RuleValues>; rule: GradeRule }) {
  const { t } = useTranslation('rules');
  const language = currentLanguage();
  const { kept, amounts } = form.values;
  return (
    <section className={classes.part}>
      <h2>{t('requirements')}</h2>
      <Stack gap="lg">
        <CheckListField
          {...form.field('kept')}
          label={t('field.kept')}
          hint={t('field.keptHint')}
          choices={rule.requirements.map(({ id, title, hint }) => ({
            value: id,
            label: title[language],
            hint: hint[language],
          }))}
        />
        {rule.requirements.map((requirement) => {
          const field = amountField(requirement);
          if (!field || !kept.includes(requirement.id)) return null;
          return (
            <TextField
              key={requirement.id}
              name={`amount-${requirement.id}`}
              value={amounts[requirement.id] ?? ''}
              error={undefined}
              label={`${requirement.title[language]}: ${t(`field.${field}`)}`}
              inputMode="numeric"
              width={6}
              onChange={(value) => form.set('amounts', { ...amounts, [requirement.id]: value })}
            />
          );
        })}
        <TextField
          {...form.field('promisedDays')}
          label={t('field.promisedDays')}
          inputMode="numeric"
          width={6}
        />
      </Stack>
    </section>
  );
}
