import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Timeline } from '../../ui/timeline';
import { erasuresQuery } from './privacy.api';
import classes from './privacy.module.css';

/** Documents that were deleted because the group's rules say so; nothing where there are none. */
export function Erasures() {
  const { t } = useTranslation('privacy');
  const { data } = useQuery(erasuresQuery);
  if (!data || data.length === 0) return null;
  return (
    <section aria-labelledby="erasures">
      <h2 id="erasures">{t('erasures.title')}</h2>
      <p>{t('erasures.lead')}</p>
      <Timeline
        label={t('erasures.title')}
        entries={data.map((file) => ({
          key: file.id,
          at: file.erasedAt,
          title: t('erasures.entry', { size: Math.ceil(file.size / 1024) }),
          text: <code className={classes.hash}>SHA-256 {file.sha256}</code>,
        }))}
      />
    </section>
  );
}
