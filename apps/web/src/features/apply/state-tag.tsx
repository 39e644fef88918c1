import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '../../ui/status-tag';
import type { Application } from './apply.api';

const TONES: Readonly<Record<Application['state'], Tone>> = {
  draft: 'info',
  submitted: 'waiting',
  returned: 'warn',
  approved: 'good',
  admitted: 'good',
  rejected: 'bad',
  withdrawn: 'info',
};

/** Where an application stands, in one or two words. */
export function StateTag({ state, size }: { state: Application['state']; size?: 'md' | 'lg' }) {
  const { t } = useTranslation('apply');
  return (
    <StatusTag tone={TONES[state]} size={size}>
      {t(`state.${state}`)}
    </StatusTag>
  );
}
