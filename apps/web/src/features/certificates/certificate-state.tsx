import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '../../ui/status-tag';
import type { Certificate, IssuedState } from './certificates.api';

const TONE: Record<Certificate['state'] | IssuedState, Tone> = {
  valid: 'good',
  expired: 'warn',
  suspended: 'warn',
  revoked: 'bad',
  replaced: 'info',
  being_issued: 'waiting',
};

/** What whoever checks it is told. */
export function CertificateState({ state }: { state: Certificate['state'] | IssuedState }) {
  const { t } = useTranslation('certificates');
  return <StatusTag tone={TONE[state]}>{t(`state.${state}`)}</StatusTag>;
}
