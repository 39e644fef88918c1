import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Form, RadioField, TextField } from '../../ui/form';
import type { RuleValues } from './rule-values';
import classes from './rules.module.css';

/** Who decides, and until when one may appeal. */
export function DecisionFields({ form }: { form: Form<RuleValues> }) {
  const { t } = useTranslation('rules');
  const choices = (name: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`${name}.${value}`) }));
  return (
    <section className={classes.part}>
      <h2>{t('deciding')}</h2>
      <Stack gap="lg">
        <RadioField
          {...form.field('kind')}
          label={t('field.kind')}
          choices={choices('kind', ['officer', 'two_persons', 'panel'])}
        />
        {form.values.kind === 'panel' && (
          <>
            <TextField {...form.field('size')} label={t('field.size')} inputMode="numeric" width={6} />
            <TextField
              {...form.field('quorum')}
              label={t('field.quorum')}
              hint={t('field.quorumHint')}
              inputMode="numeric"
              width={6}
            />
            <RadioField
              {...form.field('majority')}
              label={t('field.majority')}
              choices={choices('majority', ['simple', 'two_thirds', 'unanimous'])}
            />
            <RadioField
              {...form.field('onRecusal')}
              label={t('field.onRecusal')}
              choices={choices('onRecusal', ['replace', 'vacant'])}
            />
          </>
        )}
        <TextField
          {...form.field('appealDays')}
          label={t('field.appealDays')}
          inputMode="numeric"
          width={6}
        />
      </Stack>
    </section>
  );
}
