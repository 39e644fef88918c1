import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../ui/status-tag';

const TONE = { met: 'good', pending: 'waiting', not_met: 'bad', waived: 'info' } as const;

/** How a requirement stands, by icon, word and colour. */
export function ResultTag({ result }: { result: string }) {
  const { t } = useTranslation('review');
  return <StatusTag tone={TONE[result as keyof typeof TONE] ?? 'waiting'}>{t(`result.${result}`)}</StatusTag>;
}
