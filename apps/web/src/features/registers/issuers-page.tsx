import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { DateTimeText } from '../../ui/date-text';
import { Dialog } from '../../ui/dialog';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { CheckListField, ErrorSummary, RadioField, TextAreaField, TextField, useForm } from '../../ui/form';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { PendingButton } from '../../ui/pending-button';
import { StatusTag } from '../../ui/status-tag';
import { type Issuer, endTrust, issuersQuery, trustIssuer } from './registers.api';
import classes from './registers.module.css';

const route = getRouteApi('/trusted-issuers');

const KINDS = ['education', 'licence', 'certification', 'experience'] as const;

/** Whose signed credentials the group believes, for what, since when and why. */
export function IssuersPage() {
  const { t } = useTranslation('registers');
  const session = useSession();
  const navigate = useNavigate();
  const search = route.useSearch();
  const groups = (session?.powers ?? []).filter(({ power }) => power === 'issuers.trust');
  const groupId = (groups.find((held) => held.groupId === search.group) ?? groups[0])?.groupId;
  const { data, error, refetch } = useQuery({
    ...issuersQuery(groupId ?? ''),
    enabled: groupId !== undefined,
  });
  const [isAdding, setAdding] = useState(false);
  if (groupId === undefined) {
    return (
      <>
        <PageTitle title={t('issuers.title')} />
        <EmptyState kind="no-permission" title={t('issuers.noPower')} text={t('issuers.noPowerText')} />
      </>
    );
  }
  return (
    <>
      <PageTitle title={t('issuers.title')} lead={t('issuers.lead')} />
      {groups.length > 1 && (
        <RadioField
          name="group"
          label={t('field.group')}
          hint={t('hint.issuersGroup')}
          value={groupId ?? ''}
          error={undefined}
          onChange={(group) => void navigate({ to: '/trusted-issuers', search: { group } })}
          choices={groups.map((held) => ({ value: held.groupId, label: held.groupName }))}
        />
      )}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={4} />}
      {data?.length === 0 && (
        <EmptyState kind="nothing-yet" title={t('issuers.empty')} text={t('issuers.emptyText')} />
      )}
      <ul className={classes.registers}>
        {data?.map((issuer) => (
          <IssuerLine key={issuer.id} issuer={issuer} groupId={groupId} />
        ))}
      </ul>
      <Button variant="default" onClick={() => setAdding(true)}>
        {t('actions.trust')}
      </Button>
      {isAdding && <TrustDialog groupId={groupId} onClose={() => setAdding(false)} />}
    </>
  );
}

function IssuerLine({ issuer, groupId }: { issuer: Issuer; groupId: string }) {
  const { t } = useTranslation('registers');
  const [isEnding, setEnding] = useState(false);
  return (
    <li>
      <h2>
        {issuer.name}{' '}
        <StatusTag tone={issuer.endedAt ? 'info' : 'good'}>
          {issuer.endedAt ? t('issuers.ended') : t('issuers.trusted')}
        </StatusTag>
      </h2>
      <p>
        <code>{issuer.issuer}</code>
      </p>
      <p>{issuer.kinds.map((kind) => t(`kind.${kind}`)).join(' · ')}</p>
      <p className={classes.quiet}>
        {issuer.reason} · <DateTimeText value={issuer.since} />
      </p>
      {issuer.endedAt ? (
        <p className={classes.quiet}>
          {issuer.endedReason} · <DateTimeText value={issuer.endedAt} />
        </p>
      ) : (
        <Button variant="subtle" size="sm" onClick={() => setEnding(true)}>
          {t('actions.end')}
        </Button>
      )}
      {isEnding && <EndDialog issuer={issuer} groupId={groupId} onClose={() => setEnding(false)} />}
    </li>
  );
}

interface DialogProps {
  groupId: string;
  onClose: () => void;
}

function TrustDialog({ groupId, onClose }: DialogProps) {
  const { t } = useTranslation('registers');
  const queryClient = useQueryClient();
  const form = useForm<{ issuer: string; name: string; kinds: string[]; reason: string }>({
    initial: { issuer: '', name: '', kinds: [], reason: '' },
    validate: (values) => ({
      name: values.name.trim() ? undefined : t('fault.name'),
      issuer: values.issuer.trim() ? undefined : t('fault.issuer'),
      kinds: values.kinds.length > 0 ? undefined : t('fault.kinds'),
      reason: values.reason.trim() ? undefined : t('fault.reason'),
    }),
    submit: async (values) => {
      await trustIssuer({
        ...values,
        issuer: values.issuer.trim(),
        groupId,
        kinds: values.kinds as Issuer['kinds'],
      });
      await queryClient.invalidateQueries({ queryKey: issuersQuery(groupId).queryKey });
      onClose();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('issuers.add')} size="lg">
      <form onSubmit={form.onSubmit} noValidate>
        <ErrorSummary form={form} />
        <TextField {...form.field('name')} label={t('field.issuerName')} maxLength={200} />
        <TextField
          {...form.field('issuer')}
          label={t('field.issuer')}
          hint={t('hint.issuer')}
          maxLength={500}
          spellCheck={false}
        />
        <CheckListField
          {...form.field('kinds')}
          label={t('field.kinds')}
          choices={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <TextAreaField {...form.field('reason')} label={t('field.reason')} hint={t('hint.reason')} />
        <PendingButton isPending={form.isPending}>{t('actions.trust')}</PendingButton>
      </form>
    </Dialog>
  );
}

function EndDialog({ issuer, groupId, onClose }: DialogProps & { issuer: Issuer }) {
  const { t } = useTranslation('registers');
  const queryClient = useQueryClient();
  const form = useForm<{ reason: string }>({
    initial: { reason: '' },
    validate: ({ reason }) => ({ reason: reason.trim() ? undefined : t('fault.reason') }),
    submit: async ({ reason }) => {
      await endTrust(issuer.id, reason.trim());
      await queryClient.invalidateQueries({ queryKey: issuersQuery(groupId).queryKey });
      onClose();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('issuers.end', { name: issuer.name })}>
      <form onSubmit={form.onSubmit} noValidate>
        <p>{t('issuers.endText')}</p>
        <ErrorSummary form={form} />
        <TextAreaField {...form.field('reason')} label={t('field.reason')} />
        <PendingButton isPending={form.isPending}>{t('actions.end')}</PendingButton>
      </form>
    </Dialog>
  );
}
