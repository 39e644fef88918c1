import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '../../ui/status-tag';
import type { Certificate } from './certificates.api';

const TONE: Record<Certificate['state'], Tone> = {
  valid: 'good',
  expired: 'warn',
  suspended: 'warn',
  revoked: 'bad',
  being_issued: 'waiting',
};

/** What whoever checks it is told. */
export function CertificateState({ state }: { state: Certificate['state'] }) {
  const { t } = useTranslation('certificates');
  return <StatusTag tone={TONE[state]}>{t(`state.${state}`)}</StatusTag>;
}
