import { useTranslation } from 'react-i18next';
import { DateText } from '../../ui/date-text';
import { type RootCertificate, holdsNow } from './root-certificate';
import classes from './registers.module.css';

interface CertificateFactsProps {
  certificate: RootCertificate;
  /** Whose documents are believed under it; undefined while that is still being typed. */
  signers?: readonly string[];
}

/** What the server read in a root certificate, to compare with what its owner publishes. */
export function CertificateFacts({ certificate, signers }: CertificateFactsProps) {
  const { t } = useTranslation('registers');
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{t('field.subject')}</dt>
        <dd>
          <bdi>{certificate.subject}</bdi>
        </dd>
      </div>
      <div>
        <dt>{t('field.validity')}</dt>
        <dd>
          <DateText value={certificate.validFrom} /> {t('issuers.until')}{' '}
          <DateText value={certificate.validUntil} />
          {!holdsNow(certificate, Date.now()) && <strong> {t('issuers.expired')}</strong>}
        </dd>
      </div>
      <div>
        <dt>{t('field.fingerprint')}</dt>
        <dd>
          <code>{certificate.fingerprint}</code>
        </dd>
      </div>
      {signers && (
        <div>
          <dt>{t('field.signers')}</dt>
          <dd>
            <bdi>{signers.length > 0 ? signers.join(' · ') : t('issuers.anySigner')}</bdi>
          </dd>
        </div>
      )}
    </dl>
  );
}
