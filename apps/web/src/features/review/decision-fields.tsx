import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CheckField, CheckListField, type Form, TextAreaField } from '../../ui/form';
import { type DecisionValues, openLines } from './decision-values';
import type { Case } from './review.api';
import { useText } from './use-text';

/** Reasons, waivers and note of the chosen outcome. */
export function DecisionFields({ form, seen }: { form: Form<DecisionValues>; seen: Case }) {
  const { t } = useTranslation('review');
  const text = useText();
  const { outcome, waivers } = form.values;
  const waived = form.field('waivers');
  if (outcome === 'abstained') return <Abstention form={form} />;
  return (
    <Stack gap="xl" mt="xl">
      <CheckListField
        {...form.field('reasonCodes')}
        label={t('field.reasons')}
        hint={t('field.reasonsHint')}
        choices={seen.decisionReasons
          .filter((reason) => reason.outcome === outcome)
          .map((reason) => ({
            value: reason.code,
            label: text(reason.text),
            hint: reason.needsNote ? t('field.needsNote') : undefined,
          }))}
      />
      {outcome === 'approved' &&
        openLines(seen).map((line, place) => (
          <TextAreaField
            key={line.requirementId}
            name={place === 0 ? waived.name : `waivers-${line.requirementId}`}
            value={waivers[line.requirementId] ?? ''}
            error={waivers[line.requirementId]?.trim() ? undefined : waived.error}
            label={t('field.waiver', { requirement: text(line.title) })}
            hint={t('field.waiverHint')}
            rows={2}
            limit={2_000}
            onChange={(value) => waived.onChange({ ...waivers, [line.requirementId]: value })}
          />
        ))}
      <TextAreaField
        {...form.field('note')}
        label={t('field.note')}
        hint={t('field.noteHint')}
        limit={4_000}
        optional
      />
      <Impartial form={form} />
    </Stack>
  );
}

/** Who abstains says why, to the other officers. */
function Abstention({ form }: { form: Form<DecisionValues> }) {
  const { t } = useTranslation('review');
  return (
    <Stack gap="xl" mt="xl">
      <TextAreaField
        {...form.field('note')}
        label={t('field.abstention')}
        hint={t('field.abstentionHint')}
        limit={4_000}
      />
      <Impartial form={form} />
    </Stack>
  );
}

function Impartial({ form }: { form: Form<DecisionValues> }) {
  const { t } = useTranslation('review');
  return (
    <CheckField {...form.field('isImpartial')} label={t('field.impartial')} hint={t('field.impartialHint')} />
  );
}
