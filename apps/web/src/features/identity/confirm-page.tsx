import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../api/client';
import { sessionQuery } from '../../app/session';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/links';
import { PageTitle } from '../../ui/page-title';
import { PendingButton } from '../../ui/pending-button';

const route = getRouteApi('/confirm');

/** Confirming an e-mail address. A press, not the visit, confirms: mail scanners visit links too. */
export function ConfirmPage() {
  const { t } = useTranslation('identity');
  const { token = '' } = route.useSearch();
  const queryClient = useQueryClient();
  const confirm = useMutation({
    mutationFn: () => call<unknown>(api.POST('/api/accounts/confirmation', { body: { token } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });

  if (confirm.isSuccess) {
    return (
      <>
        <PageTitle title={t('confirm.done')} lead={t('confirm.doneText')} />
        <LinkButton to="/sign-in">{t('actions.signIn')}</LinkButton>
      </>
    );
  }
  return (
    <>
      <PageTitle title={t('confirm.title')} hasError={confirm.isError} />
      {confirm.isError && <ErrorState error={confirm.error} />}
      {token ? (
        <>
          <Text mb="lg">{t('confirm.text')}</Text>
          <PendingButton isPending={confirm.isPending} type="button" onClick={() => confirm.mutate()}>
            {t('actions.confirm')}
          </PendingButton>
        </>
      ) : (
        <Text>{t('confirm.incomplete')}</Text>
      )}
    </>
  );
}
