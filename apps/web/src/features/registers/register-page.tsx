import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { DateTimeText } from '../../ui/date-text';
import { ErrorState } from '../../ui/error-state';
import { formatNumber } from '../../ui/format';
import { TextLink } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { SummaryList } from '../../ui/summary-list';
import { HolderPart } from './holder-part';
import { ImportHistory } from './import-history';
import { RegisterUpload } from './register-upload';
import { type Register, importsQuery, isRunning, registerQuery } from './registers.api';

const route = getRouteApi('/registers/$registerId');

/** One register: the version that counts, the way to a new one, and all versions before. */
export function RegisterPage() {
  const { t } = useTranslation('registers');
  const { registerId } = route.useParams();
  const queryClient = useQueryClient();
  const register = useQuery(registerQuery(registerId));
  const imports = useQuery(importsQuery(registerId));
  const running = imports.data?.some(isRunning) ?? false;

  // The version that counts changes at the moment when nothing runs any more.
  useEffect(() => {
    if (!running) void queryClient.invalidateQueries(registerQuery(registerId));
  }, [running, registerId, queryClient]);

  if (register.error && !register.data) {
    return <ErrorState asPage error={register.error} onRetry={() => void register.refetch()} />;
  }
  if (!register.data) return <LoadingState lines={6} />;
  const { nameId, nameEn, authority } = register.data;
  return (
    <>
      <PageTitle
        title={currentLanguage() === 'id' ? nameId : nameEn}
        above={<TextLink to="/registers">{t('title')}</TextLink>}
        lead={t('of', { authority })}
      />
      <Current register={register.data} />
      {register.data.currentNumber !== null && <HolderPart registerId={registerId} isBusy={running} />}
      <RegisterUpload registerId={registerId} isBusy={running} />
      {imports.error && !imports.data ? (
        <ErrorState error={imports.error} onRetry={() => void imports.refetch()} />
      ) : (
        <ImportHistory registerId={registerId} imports={imports.data} />
      )}
    </>
  );
}

function Current({ register }: { register: Register }) {
  const { t } = useTranslation('registers');
  const { currentNumber, currentRows, currentSince } = register;
  if (currentNumber === null) return <p>{t('noVersionText')}</p>;
  return (
    <SummaryList
      title={t('current')}
      rows={[
        { key: 'version', label: t('column.version'), value: currentNumber },
        { key: 'rows', label: t('column.holders'), value: formatNumber(currentRows ?? 0, currentLanguage()) },
        {
          key: 'since',
          label: t('column.since'),
          value: currentSince && <DateTimeText value={currentSince} />,
        },
      ]}
    />
  );
}
