import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../api/client';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { toast } from '../../ui/toast';
import { type ClaimValues, claimOf } from './claim-form';
import { CredentialEditor } from './credential-editor';
import {
  type Credential,
  amend,
  beginRenewal,
  ownCredentialsQuery,
  dropRenewal,
  presentRenewal,
} from './credentials.api';
import classes from './credentials.module.css';

const route = getRouteApi('/credentials/$credentialId/renewal');

/** Renews a credential that a membership rests on: new number, new days, new evidence or a new signed credential. */
export function RenewalPage() {
  const { t } = useTranslation('credentials');
  const { credentialId } = route.useParams();
  // Opening the page begins it, or finds what was begun: asked again it is the same draft.
  const { data, error, refetch } = useQuery({
    queryKey: ['renewal', credentialId],
    queryFn: () => beginRenewal(credentialId),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  return (
    <div className={classes.page}>
      <PageTitle title={t('renewal.title')} lead={t('renewal.lead')} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={8} />}
      {data && <Draft credential={data} />}
      <LinkButton to="/credentials" variant="subtle">
        {t('renewal.back')}
      </LinkButton>
    </div>
  );
}

function Draft({ credential: { id } }: { credential: Credential }) {
  const { t } = useTranslation('credentials');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const send = async (values: ClaimValues) => {
    // What is sent is what stands on the page, also where saving it by itself did not succeed.
    const stored = await call<Credential>(api.GET('/api/credentials/{id}', { params: { path: { id } } }));
    await amend(id, stored.version, claimOf(values));
    await presentRenewal(id);
    await queryClient.invalidateQueries({ queryKey: ownCredentialsQuery.queryKey });
    await queryClient.invalidateQueries({ queryKey: ['tasks'] });
    toast.good(t('renewal.sent'));
    await navigate({ to: '/credentials' });
  };
  return (
    <CredentialEditor
      credentialId={id}
      requirement={{ fields: null, evidence: 'optional' }}
      place={null}
      verb={t('renewal.send')}
      onSubmit={send}
      isFinal
      beside={<DropButton credentialId={id} />}
    />
  );
}

/** Gives a renewal up that was begun; the credential before it stays as it is. */
function DropButton({ credentialId }: { credentialId: string }) {
  const { t } = useTranslation('credentials');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
        {t('renewal.drop')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('renewal.dropTitle')}
        verb={t('renewal.drop')}
        isDangerous
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          await dropRenewal(credentialId);
          await queryClient.invalidateQueries({ queryKey: ownCredentialsQuery.queryKey });
          await navigate({ to: '/credentials' });
        }}
      >
        {t('renewal.dropText')}
      </ConfirmDialog>
    </>
  );
}
