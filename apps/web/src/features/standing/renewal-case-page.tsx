import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../ui/links';
import { PageTitle } from '../../ui/page-title';
import { CheckList } from '../checks/check-list';
import { CredentialSummary } from '../credentials/credential-summary';
import { credentialQuery } from '../credentials/credentials.api';
import classes from './standing.module.css';

const route = getRouteApi('/standing/renewals/$renewalId');

/** For officers: a renewal that no source could confirm, with its evidence, the answers, and the officer's own word. */
export function RenewalCasePage() {
  const { t } = useTranslation('standing');
  const { renewalId } = route.useParams();
  const { credential } = route.useSearch();
  const { data } = useQuery(credentialQuery(credential));
  return (
    <>
      <PageTitle title={t('renewal.title')} lead={t('renewal.lead')} />
      <section aria-labelledby="claim">
        <h2 id="claim">{t('renewal.claim')}</h2>
        <CredentialSummary credentialId={credential} />
        {data && data.evidence.length > 0 && (
          <ul className={classes.files} aria-label={t('renewal.files')}>
            {data.evidence.map((file) => (
              <li key={file.id}>
                <a href={`/api/files/${file.id}`} target="_blank" rel="noreferrer">
                  {file.name}
                </a>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="answers">
        <h3 id="answers">{t('renewal.answers')}</h3>
        <CheckList applicationId={renewalId} originType="renewal" isOfficer />
      </section>
      <LinkButton to="/standing" variant="subtle">
        {t('renewal.back')}
      </LinkButton>
    </>
  );
}
