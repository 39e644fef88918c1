import { Button, Group } from '@mantine/core';
import { IconBrandLinkedin, IconDownload, IconLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { ownZone } from '../../ui/format';
import { toast } from '../../ui/toast';
import type { Certificate } from './certificates.api';
import classes from './certificates.module.css';
import { linkedInAddress } from './linked-in';

const TAKEABLE = ['valid', 'expired'];

/** Taking a certificate away and showing it to others. */
export function CertificateActs({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('certificates');
  const language = currentLanguage();
  if (!TAKEABLE.includes(certificate.state)) return null;
  const file = (form: string): string => `/api/certificates/${certificate.id}/${form}`;
  return (
    <>
      <Group gap="sm" mt="xl">
        <Button
          component="a"
          href={file(`pdf?language=${language}`)}
          download={`${certificate.code}.pdf`}
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('actions.pdf')}
        </Button>
        <CopyLink url={certificate.checkUrl} />
        <Button
          component="a"
          variant="default"
          href={linkedInAddress(profileEntry(certificate), ownZone())}
          target="_blank"
          rel="noreferrer"
          leftSection={<IconBrandLinkedin size={18} aria-hidden />}
        >
          {t('actions.linkedIn')}
        </Button>
      </Group>
      <section className={classes.files} aria-labelledby="files">
        <h2 id="files">{t('files.title')}</h2>
        <p>{t('files.text')}</p>
        <ul>
          {(['credential.json', 'credential.jwt', 'badge.png', 'badge.svg'] as const).map((form) => (
            <li key={form}>
              <a href={file(form)} download={`${certificate.code}.${form.split('.')[1]}`}>
                {t(`files.${form.replace('.', '_')}`)}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function CopyLink({ url }: { url: string }) {
  const { t } = useTranslation('certificates');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(url);
      toast.good(t('copied'));
    } catch {
      toast.info(url);
    }
  };
  return (
    <Button variant="default" leftSection={<IconLink size={18} aria-hidden />} onClick={() => void copy()}>
      {t('actions.copy')}
    </Button>
  );
}

function profileEntry(certificate: Certificate) {
  const language = currentLanguage();
  return {
    name: certificate.title[language],
    organization: certificate.issuerName[language],
    issuedAt: certificate.issuedAt,
    validUntil: certificate.validUntil,
    url: certificate.checkUrl,
    code: certificate.code,
  };
}
