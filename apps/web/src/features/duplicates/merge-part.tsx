import { Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/error-state';
import { ErrorSummary, RadioField, TextAreaField, useForm } from '../../ui/form';
import { LoadingState } from '../../ui/loading-state';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { type Choice, type Pair, type Preview, merge, previewQuery } from './duplicates.api';
import classes from './duplicates.module.css';
import { MergeMoves } from './merge-moves';
import { Questions } from './merge-questions';

/** One person of the two: who stays, what is asked, what moves, and why it may not be. */
export function MergePart({ pair }: { pair: Pair }) {
  const { t } = useTranslation('duplicates');
  const [survivorId, setSurvivorId] = useState('');
  const [choices, setChoices] = useState<Choice[]>([]);
  const choose = (choice: Choice) =>
    setChoices((before) => [...before.filter(({ key }) => key !== choice.key), choice]);
  const people = [pair.first, pair.second];
  return (
    <section aria-labelledby="merge-title">
      <h2 id="merge-title" className={classes.heading}>
        {t('merge.heading')}
      </h2>
      <p>{t('merge.text')}</p>
      <RadioField
        name="survivorId"
        value={survivorId}
        error={undefined}
        onChange={(id) => {
          setSurvivorId(id);
          setChoices([]);
        }}
        label={t('merge.survivor')}
        hint={t('merge.survivorHint')}
        choices={people.map(({ personId, fullName }, place) => ({
          value: personId,
          label: `${fullName} (${place === 0 ? t('pair.first') : t('pair.second')})`,
        }))}
      />
      {survivorId !== '' && (
        <PreviewedMerge pair={pair} survivorId={survivorId} choices={choices} onChoose={choose} />
      )}
    </section>
  );
}

interface PreviewedProps {
  pair: Pair;
  survivorId: string;
  choices: Choice[];
  onChoose: (choice: Choice) => void;
}

function PreviewedMerge({ pair, survivorId, choices, onChoose }: PreviewedProps) {
  const { t } = useTranslation('duplicates');
  const { data, error, refetch } = useQuery(previewQuery(pair.id, survivorId, choices));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState lines={4} />;
  const names: [string, string] =
    survivorId === pair.first.personId
      ? [t('pair.first'), t('pair.second')]
      : [t('pair.second'), t('pair.first')];
  return (
    <>
      <Questions questions={data.questions} names={names} choices={choices} onChoose={onChoose} />
      <MergeMoves preview={data} />
      {data.refusals.length === 0 && (
        <MergeForm pair={pair} preview={data} choices={choices} onStale={() => void refetch()} />
      )}
    </>
  );
}

interface MergeFormProps {
  pair: Pair;
  preview: Preview;
  choices: Choice[];
  onStale: () => void;
}

function MergeForm({ pair, preview, choices, onStale }: MergeFormProps) {
  const { t } = useTranslation('duplicates');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const form = useForm<{ reason: string }>({
    initial: { reason: '' },
    validate: ({ reason }) => ({ reason: reason.trim() ? undefined : t('fault.reason') }),
    submit: async ({ reason }) => {
      const { survivorId, fingerprint } = preview;
      try {
        const { id } = await merge(pair.id, { survivorId, fingerprint, choices, reason: reason.trim() });
        await navigate({ to: '/merges/$mergeId', params: { mergeId: id } });
        toast.good(t('merge.done'));
        await queryClient.invalidateQueries({ queryKey: ['duplicates'] });
      } catch (refusal) {
        onStale();
        throw refusal;
      }
    },
  });
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <Stack gap="lg" align="flex-start" mt="lg">
        <ErrorSummary form={form} />
        <TextAreaField
          {...form.field('reason')}
          label={t('reason.label')}
          hint={t('merge.reasonHint')}
          limit={2_000}
        />
        <PendingButton isPending={form.isPending}>{t('actions.merge')}</PendingButton>
      </Stack>
    </form>
  );
}
