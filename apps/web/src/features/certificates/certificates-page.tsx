import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { DateText } from '../../ui/date-text';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { LinkButton, TextLink } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { CertificateState } from './certificate-state';
import { type Certificate, certificatesQuery } from './certificates.api';
import classes from './certificates.module.css';

/** The person's certificates, newest first. */
export function CertificatesPage() {
  const { t } = useTranslation('certificates');
  const { data, error, refetch } = useQuery(certificatesQuery);
  return (
    <>
      <PageTitle title={t('list.title')} lead={t('list.lead')} />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <LoadingState />
      ) : data.length === 0 ? (
        <EmptyState
          kind="nothing-yet"
          title={t('empty.title')}
          text={t('empty.text')}
          action={
            <LinkButton to={'/activities' as string} variant="default">
              {t('actions.activities')}
            </LinkButton>
          }
        />
      ) : (
        <ul className={classes.list}>
          {data.map((certificate) => (
            <Line key={certificate.id} certificate={certificate} />
          ))}
        </ul>
      )}
    </>
  );
}

function Line({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('certificates');
  const language = currentLanguage();
  return (
    <li className={classes.line}>
      <div>
        <h2>
          <TextLink to="/certificates/$id" params={{ id: certificate.id }}>
            {certificate.title[language]}
          </TextLink>
        </h2>
        <p>
          {t(`kind.${certificate.kind}`)} · {certificate.groupName[language]} ·{' '}
          <DateText value={certificate.issuedAt} />
        </p>
      </div>
      <CertificateState state={certificate.state} />
    </li>
  );
}
