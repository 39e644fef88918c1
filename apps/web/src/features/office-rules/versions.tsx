import { useTranslation } from 'react-i18next';
import { Timeline } from '../../ui/timeline';
import type { RuleVersion } from './office-rules.api';
import classes from './office-rules.module.css';

/** The group's own versions, the newest first; nothing where it never published any. */
export function Versions({ versions }: { versions: readonly RuleVersion[] | undefined }) {
  const { t } = useTranslation('office-rules');
  if (!versions || versions.length === 0) return null;
  return (
    <section className={classes.part}>
      <h2>{t('versions')}</h2>
      <Timeline
        label={t('versions')}
        entries={versions.map(({ version, publishedAt, publishedBy, reason }) => ({
          key: String(version),
          at: publishedAt,
          title: t('version', { version }),
          by: publishedBy ?? undefined,
          text: reason,
        }))}
      />
    </section>
  );
}
