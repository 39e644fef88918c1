import { Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorSummary, RadioField, TextAreaField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { type Task, applicationQuery } from '../apply/apply.api';
import { useText } from '../apply/use-text';
import { type AnswerValues, bodyOf, missingFields, valuesOf } from './answer-values';
import { type OwnDisclosure, answerDisclosure } from './disclosures.api';
import { EvidenceField } from './evidence-field';

interface AnswerFormProps {
  applicationId: string;
  requirement: Task['requirement'];
  own: OwnDisclosure;
}

/** Yes or no to each question; a yes asks what happened. */
export function AnswerForm({ applicationId, requirement, own }: AnswerFormProps) {
  const { t } = useTranslation('disclosures');
  const { said } = useText();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const questions = requirement.questions ?? [];
  const form = useForm<AnswerValues>({
    initial: valuesOf(questions, own),
    validate: (values) =>
      Object.fromEntries(
        missingFields(questions, values).map((name) => [
          name,
          name.startsWith('answer-') ? t('fault.answer') : t('fault.explanation'),
        ]),
      ),
    submit: async (values) => {
      await answerDisclosure(applicationId, requirement.id, bodyOf(questions, values, own.id));
      await queryClient.invalidateQueries({ queryKey: applicationQuery(applicationId).queryKey });
      await navigate({ to: '/applications/$applicationId', params: { applicationId } });
    },
  });
  const { fields, evidence } = form.values;
  const field = (name: string) => ({
    name,
    value: fields[name] ?? '',
    error: form.faults.find((fault) => fault.field === name)?.message,
    onChange: (value: string) => form.set('fields', { ...fields, [name]: value }),
  });
  const hasYes = questions.some(({ id }) => fields[`answer-${id}`] === 'yes');
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <ErrorSummary form={form} />
      <Stack gap="xl" align="stretch">
        {questions.map(({ id, text }) => (
          <Stack key={id} gap="md">
            <RadioField
              {...field(`answer-${id}`)}
              label={said(text)}
              choices={['no', 'yes'].map((value) => ({ value, label: t(`answer.${value}`) }))}
            />
            {fields[`answer-${id}`] === 'yes' && (
              <TextAreaField
                {...field(`explanation-${id}`)}
                label={t('field.explanation')}
                hint={t('field.explanationHint')}
                limit={4_000}
              />
            )}
          </Stack>
        ))}
        {hasYes && <EvidenceField files={evidence} onChange={(files) => form.set('evidence', files)} />}
      </Stack>
      <PendingButton isPending={form.isPending} mt="xl" mb="md">
        {t('actions.save')}
      </PendingButton>
    </form>
  );
}
