import { Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateText } from '../../ui/date-text';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { ErrorSummary, RadioField, TextAreaField, useForm } from '../../ui/form';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { PendingButton } from '../../ui/pending-button';
import { StatusTag } from '../../ui/status-tag';
import { toast } from '../../ui/toast';
import { useText } from '../apply/use-text';
import { type Membership, membershipsQuery } from '../membership/membership.api';
import { tell, toldQuery } from './disclosures.api';
import classes from './disclosures.module.css';
import { type EvidenceFile, EvidenceField } from './evidence-field';

/** A member tells the officers of something that they should know. */
export function TellingPage() {
  const { t } = useTranslation('disclosures');
  const { data, error, refetch } = useQuery(membershipsQuery);
  return (
    <div className={classes.reading}>
      <PageTitle title={t('tell.title')} lead={t('tell.lead')} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={6} />}
      {data?.length === 0 && (
        <EmptyState kind="no-permission" title={t('tell.none')} text={t('tell.noneText')} />
      )}
      {data && data.length > 0 && <TellForm memberships={data} />}
      <ToldList />
    </div>
  );
}

interface Values {
  membershipId: string;
  text: string;
  evidence: EvidenceFile[];
}

function TellForm({ memberships }: { memberships: Membership[] }) {
  const { t } = useTranslation('disclosures');
  const { pick } = useText();
  const queryClient = useQueryClient();
  const only = memberships.length === 1 ? (memberships[0]?.id ?? '') : '';
  const form = useForm<Values>({
    initial: { membershipId: only, text: '', evidence: [] },
    validate: ({ membershipId, text }) => ({
      membershipId: membershipId ? undefined : t('fault.group'),
      text: text.trim() ? undefined : t('fault.explanation'),
    }),
    submit: async ({ membershipId, text, evidence }) => {
      await tell({ membershipId, text: text.trim(), evidenceFileIds: evidence.map(({ id }) => id) });
      form.replace({ membershipId: only, text: '', evidence: [] });
      toast.good(t('tell.done'));
      await queryClient.invalidateQueries({ queryKey: toldQuery.queryKey });
    },
  });
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <ErrorSummary form={form} />
      <Stack gap="xl" align="stretch">
        <RadioField
          {...form.field('membershipId')}
          label={t('field.group')}
          choices={memberships.map(({ id, groupNameId, groupNameEn, number }) => ({
            value: id,
            label: `${pick(groupNameId, groupNameEn)} · ${number}`,
          }))}
        />
        <TextAreaField
          {...form.field('text')}
          label={t('field.text')}
          hint={t('field.explanationHint')}
          limit={4_000}
        />
        <EvidenceField files={form.values.evidence} onChange={(files) => form.set('evidence', files)} />
      </Stack>
      <PendingButton isPending={form.isPending} mt="xl">
        {t('actions.tell')}
      </PendingButton>
    </form>
  );
}

function ToldList() {
  const { t } = useTranslation('disclosures');
  const { pick } = useText();
  const { data } = useQuery(toldQuery);
  if (!data || data.length === 0) return null;
  return (
    <section aria-labelledby="told">
      <h2 id="told">{t('tell.earlier')}</h2>
      <ul className={classes.list}>
        {data.map((line) => (
          <li key={line.id}>
            <span className={classes.what}>
              {pick(line.groupNameId, line.groupNameEn)}, <DateText value={line.at} />
            </span>
            <StatusTag tone={line.state === 'open' ? 'waiting' : 'info'}>{t(`told.${line.state}`)}</StatusTag>
          </li>
        ))}
      </ul>
    </section>
  );
}
