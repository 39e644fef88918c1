import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { RadioField } from '../../ui/form';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { IssuerLine } from './issuer-line';
import { issuersQuery } from './registers.api';
import classes from './registers.module.css';
import { TrustDialog } from './trust-dialog';

const route = getRouteApi('/trusted-issuers');

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
      <ul className={classes.registers} data-apart>
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
