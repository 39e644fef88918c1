import { Group } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/error-state';
import {
  CheckField,
  DateField,
  ErrorSummary,
  type FieldProps,
  TextAreaField,
  isoDateOf,
  useForm,
} from '../../ui/form';
import { LinkButton } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import {
  type CorrectionValues,
  type Note,
  faultsIn,
  firstValues,
  itemsOf,
  partName,
} from './correction-values';
import { readQueueSearch } from './queue-search';
import { type Case, caseQuery, requestCorrection } from './review.api';
import classes from './review.module.css';
import { StaleNotice } from './stale-notice';
import { useText } from './use-text';

const route = getRouteApi('/review/$applicationId/correction');

/** Asks the applicant to correct named items, each with a why; everything else stays closed to them. */
export function CorrectionPage() {
  const { applicationId } = route.useParams();
  const { part } = route.useSearch();
  const { data, error, refetch } = useQuery(caseQuery(applicationId));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} asPage />;
  if (!data) return <LoadingState lines={6} />;
  return <CorrectionForm current={data} part={part} />;
}

/** @param part the requirement that the officer came from: marked to begin with. */
function CorrectionForm({ current, part }: { current: Case; part: string | undefined }) {
  const { t } = useTranslation('review');
  const text = useText();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  // What is asked rests on what the officer saw; a refresh must not change it under their hands.
  const [opened, setOpened] = useState(current);
  const parts = [
    { id: 'details', title: t('case.details') },
    ...opened.requirements
      .filter(({ followsApproval }) => !followsApproval)
      .map(({ requirementId, title }) => ({ id: requirementId, title: text(title) })),
  ];
  const form = useForm<CorrectionValues>({
    initial: firstValues(
      parts.map(({ id }) => id),
      part,
      new Date(),
    ),
    validate: (values) =>
      faultsIn(values, {
        nothing: t('fault.nothingToCorrect'),
        why: t('fault.why'),
        answerBy: t('fault.answerBy'),
      }),
    submit: async (values) => {
      try {
        await requestCorrection(opened, itemsOf(values), isoDateOf(values.answerBy) ?? '');
      } finally {
        await queryClient.invalidateQueries({ queryKey: ['review'] });
      }
      toast.good(t('correction.sent'));
      await navigate({ to: '/review', search: readQueueSearch });
    },
  });
  return (
    <>
      <PageTitle
        above={opened.reference}
        title={t('correction.title')}
        lead={t('correction.lead')}
        hasError={form.failures > 0 && (form.faults.length > 0 || form.problem !== null)}
      />
      {opened.version !== current.version && (
        <StaleNotice seen={opened} now={current} onLookAgain={() => setOpened(current)} />
      )}
      <form onSubmit={form.onSubmit} noValidate>
        <ErrorSummary form={form} />
        {parts.map(({ id, title }) => (
          <Item key={id} title={title} field={form.field(partName(id))} />
        ))}
        <DateField {...form.field('answerBy')} label={t('field.answerBy')} hint={t('field.answerByHint')} />
        <Group gap="sm" mt="xl">
          <PendingButton isPending={form.isPending}>{t('actions.sendBack')}</PendingButton>
          <LinkButton
            to="/review/$applicationId"
            params={{ applicationId: opened.id }}
            search={readQueueSearch}
            variant="default"
          >
            {t('actions.backToCase')}
          </LinkButton>
        </Group>
      </form>
    </>
  );
}

function Item({ title, field }: { title: string; field: FieldProps<Note> }) {
  const { t } = useTranslation('review');
  const { isWrong, note } = field.value;
  return (
    <div className={classes.item}>
      <CheckField
        name={isWrong ? `${field.name}-part` : field.name}
        value={isWrong}
        error={isWrong ? undefined : field.error}
        label={title}
        onChange={(value) => field.onChange({ isWrong: value, note })}
      />
      {isWrong && (
        <TextAreaField
          name={field.name}
          value={note}
          error={field.error}
          label={t('field.why', { part: title })}
          hint={t('field.whyHint')}
          rows={3}
          limit={2_000}
          onChange={(value) => field.onChange({ isWrong, note: value })}
        />
      )}
    </div>
  );
}
