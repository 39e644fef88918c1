import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SummaryList } from '../../ui/summary-list';
import { namedQuery } from './sponsors.api';

interface SponsorSummaryProps {
  applicationId: string;
  requirementId: string;
  title: string;
  changeTo: string | undefined;
}

/** The named sponsors among the answers that are about to be sent. */
export function SponsorSummary({ applicationId, requirementId, title, changeTo }: SponsorSummaryProps) {
  const { t } = useTranslation('sponsors');
  const { data } = useQuery(namedQuery(applicationId));
  const named = (data ?? []).filter((one) => one.requirementId === requirementId);
  const rows = named.map((one) => ({
    key: one.id,
    label: one.named,
    value: t(`state.${one.state}`),
    changeTo,
  }));
  const none = [{ key: 'none', label: t('named'), value: '', changeTo }];
  return <SummaryList title={title} rows={rows.length > 0 ? rows : none} />;
}
