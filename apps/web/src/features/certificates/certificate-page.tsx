import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { DateText } from '../../ui/date-text';
import { ErrorState } from '../../ui/error-state';
import { TextLink } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { QrImage } from '../../ui/qr-image';
import { SummaryList, type SummaryRow } from '../../ui/summary-list';
import { CertificateActs } from './certificate-acts';
import { CertificateState } from './certificate-state';
import { OfficeActs } from './office-acts';
import { type Certificate, certificateQuery } from './certificates.api';
import classes from './certificates.module.css';

/** One certificate as its holder takes it away: paper, link, signed file. */
export function CertificatePage() {
  const { t } = useTranslation('certificates');
  const { id } = useParams({ from: '/certificates/$id' });
  const { data, error, refetch } = useQuery(certificateQuery(id));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} asPage />;
  if (!data) return <LoadingState lines={6} />;
  return (
    <>
      <PageTitle title={data.title[currentLanguage()]} above={t(`kind.${data.kind}`)} />
      <CertificateState state={data.state} />
      {data.revokedReason && <p>{t('revoked', { reason: data.revokedReason })}</p>}
      {data.replacedById && (
        <p>
          <TextLink to="/certificates/$id" params={{ id: data.replacedById }}>
            {t('replaced')}
          </TextLink>
        </p>
      )}
      {data.state === 'being_issued' && <p role="status">{t('waiting')}</p>}
      <div className={classes.sheet}>
        <Facts certificate={data} />
        <figure className={classes.code}>
          <QrImage text={data.checkUrl} label={t('qr')} size={168} />
          <figcaption>
            <TextLink to="/check/$code" params={{ code: data.code }}>
              {data.code}
            </TextLink>
          </figcaption>
        </figure>
      </div>
      <CertificateActs certificate={data} />
      <OfficeActs certificate={data} />
    </>
  );
}

function Facts({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('certificates');
  const language = currentLanguage();
  const { validUntil } = certificate;
  const rows: SummaryRow[] = [
    { key: 'name', label: t('field.name'), value: <bdi>{certificate.recipientName}</bdi> },
    { key: 'group', label: t('field.group'), value: certificate.groupName[language] },
    ...(certificate.signatory
      ? [
          {
            key: 'signatory',
            label: t('field.signatory'),
            value: `${certificate.signatory.name}, ${certificate.signatory.office[language]}`,
          },
        ]
      : []),
    { key: 'description', label: t('field.description'), value: certificate.description[language] },
    { key: 'issued', label: t('field.issued'), value: <DateText value={certificate.issuedAt} /> },
    {
      key: 'until',
      label: t('field.validUntil'),
      value: validUntil ? (
        <DateText value={new Date(Date.parse(validUntil) - 1).toISOString()} />
      ) : (
        t('field.noEnd')
      ),
    },
    ...certificate.details.map((detail, index) => ({
      key: `detail-${index}`,
      label: detail.label[language],
      value: detail.value[language],
    })),
  ];
  return <SummaryList rows={rows} />;
}
