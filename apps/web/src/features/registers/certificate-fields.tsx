import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadingState } from '../../ui/loading-state';
import { TextAreaField, type FieldProps } from '../../ui/form';
import { useProblemText } from '../../ui/use-problem-text';
import { asProblem } from '../../api/client';
import { CertificateFacts } from './certificate-facts';
import { certificateQuery } from './registers.api';
import { pemOf } from './root-certificate';
import classes from './registers.module.css';

interface CertificateFieldsProps {
  certificate: FieldProps<string>;
  signers: FieldProps<string>;
}

/** A root certificate by file or pasted, what the server reads in it, and who is believed under it. */
export function CertificateFields({ certificate, signers }: CertificateFieldsProps) {
  const { t } = useTranslation('registers');
  const choose = async (file: File | undefined) => {
    if (file) certificate.onChange(pemOf(new Uint8Array(await file.arrayBuffer())));
  };
  return (
    <>
      <label className={classes.file}>
        <span>{t('field.certificateFile')}</span>
        <small>{t('hint.certificateFile')}</small>
        <input
          type="file"
          accept=".pem,.crt,.cer,.der,application/x-x509-ca-cert,application/x-pem-file"
          onChange={(event) => void choose(event.currentTarget.files?.[0])}
        />
      </label>
      <TextAreaField
        {...certificate}
        label={t('field.rootCertificate')}
        hint={t('hint.rootCertificate')}
        rows={5}
      />
      <ReadCertificate pem={certificate.value} />
      <TextAreaField {...signers} label={t('field.signers')} hint={t('hint.signers')} rows={3} optional />
    </>
  );
}

/** What the server says of the certificate as typed so far. */
function ReadCertificate({ pem }: { pem: string }) {
  const { t } = useTranslation('registers');
  const { data, error, isFetching } = useQuery(certificateQuery(pem));
  const { text } = useProblemText(error ? asProblem(error) : null);
  return (
    <div role="status" className={classes.read}>
      {isFetching && <LoadingState lines={2} />}
      {!isFetching && error && <p className={classes.unread}>{text || t('fault.unread')}</p>}
      {data && (
        <>
          <p>{t('issuers.read')}</p>
          <CertificateFacts certificate={data} />
        </>
      )}
    </div>
  );
}
