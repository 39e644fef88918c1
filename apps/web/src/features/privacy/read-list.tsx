import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { LoadingState } from '../../ui/loading-state';
import { Pager } from '../../ui/pager';
import { Timeline, type TimelineEntry } from '../../ui/timeline';
import { type PrivateRead, privateReadsQuery, READS_PER_PAGE } from './privacy.api';

/** Who opened the person's documents and national ids, when and what for. */
export function ReadList() {
  const { t } = useTranslation('privacy');
  const { page = 1 } = useSearch({ from: '/account/privacy' });
  const { data, error, refetch } = useQuery(privateReadsQuery(page));
  const entryOf = useEntry();
  return (
    <section aria-labelledby="reads">
      <h2 id="reads">{t('reads.title')}</h2>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={4} />}
      {data?.total === 0 && (
        <EmptyState kind="nothing-yet" title={t('reads.none')} text={t('reads.noneText')} />
      )}
      {data && data.total > 0 && (
        <>
          <Timeline label={t('reads.title')} entries={data.items.map(entryOf)} />
          <Pager page={page} pageSize={READS_PER_PAGE} total={data.total} />
        </>
      )}
    </section>
  );
}

function useEntry(): (read: PrivateRead) => TimelineEntry {
  const { t } = useTranslation('privacy');
  const language = currentLanguage();
  return (read) => {
    const group = language === 'id' ? read.groupNameId : read.groupNameEn;
    const why = WHY[read.reason] ? t(`reason.${WHY[read.reason]}`) : read.reason;
    return {
      key: read.id,
      at: read.at,
      title: t('reads.entry', {
        what: whatOf(read, t),
        who: read.readerKind === 'person' ? read.reader : t('system'),
      }),
      text: [why, group, read.reference && t('reads.reference', { reference: read.reference })]
        .filter(Boolean)
        .join(' · '),
    };
  };
}

const WHY: Readonly<Record<string, 'case_review' | 'source_check' | undefined>> = {
  case_review: 'case_review',
  source_check: 'source_check',
};

function whatOf({ subjectType, subjectName }: PrivateRead, t: (key: string) => string): string {
  if (subjectType === 'file') return subjectName ?? t('subject.file');
  if (subjectType === 'disclosure') return t('subject.disclosure');
  return subjectName === 'passport' ? t('kind.passport') : t('kind.nik');
}
