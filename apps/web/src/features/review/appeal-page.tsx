import { Group } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DateText } from '../../ui/date-text';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { ErrorSummary, TextAreaField, useForm } from '../../ui/form';
import { LinkButton } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { type Decision, decisionQuery, fileAppeal } from './review.api';

const route = getRouteApi('/applications/$applicationId/appeal');

/** The one appeal against a rejection, in the applicant's own words. */
export function AppealPage() {
  const { applicationId } = route.useParams();
  const { data, error, refetch } = useQuery(decisionQuery(applicationId));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} asPage />;
  if (!data) return <LoadingState lines={6} />;
  return <AppealForm decision={data} />;
}

function AppealForm({ decision }: { decision: Decision }) {
  const { t } = useTranslation('review');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { applicationId } = decision;
  const form = useForm({
    initial: { grounds: '' },
    validate: ({ grounds }) => (grounds.trim() === '' ? { grounds: t('fault.grounds') } : {}),
    submit: async ({ grounds }) => {
      await fileAppeal(applicationId, grounds.trim());
      toast.good(t('appeal.done'));
      await navigate({ to: '/applications/$applicationId', params: { applicationId } });
      await queryClient.invalidateQueries();
    },
  });
  const back = (
    <LinkButton to="/applications/$applicationId/decision" params={{ applicationId }} variant="default">
      {t('actions.backToDecision')}
    </LinkButton>
  );
  return (
    <>
      <PageTitle above={decision.reference} title={t('appeal.page')} lead={t('appeal.lead')} />
      {decision.mayAppeal && decision.appealUntil ? (
        <form onSubmit={form.onSubmit} noValidate>
          <p>
            {t('next.appealUntil')} <DateText value={decision.appealUntil} />. {t('next.others')}
          </p>
          <ErrorSummary form={form} />
          <TextAreaField
            {...form.field('grounds')}
            label={t('field.grounds')}
            hint={t('field.groundsHint')}
            rows={8}
            limit={8_000}
          />
          <Group gap="sm" mt="xl">
            <PendingButton isPending={form.isPending}>{t('actions.sendAppeal')}</PendingButton>
            {back}
          </Group>
        </form>
      ) : (
        <EmptyState
          kind="no-permission"
          title={t('appeal.closed')}
          text={t('appeal.closedText')}
          action={back}
        />
      )}
    </>
  );
}
