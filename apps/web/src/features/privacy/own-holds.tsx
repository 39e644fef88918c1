import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { DateText } from '../../ui/date-text';
import { Timeline } from '../../ui/timeline';
import { holdsOnMeQuery } from './privacy.api';

/** Why some of the person's documents stay though their time is over; nothing where nothing holds them. */
export function OwnHolds() {
  const { t } = useTranslation('privacy');
  const { data } = useQuery(holdsOnMeQuery);
  if (!data || data.length === 0) return null;
  return (
    <section aria-labelledby="holds">
      <h2 id="holds">{t('holds.title')}</h2>
      <p>{t('holds.lead')}</p>
      <Timeline
        label={t('holds.title')}
        entries={data.map((hold) => ({
          key: hold.id,
          at: hold.placedAt,
          title: t('holds.entry', {
            kind: t(`holds.kind.${hold.kind}`),
            group: currentLanguage() === 'id' ? hold.groupNameId : hold.groupNameEn,
          }),
          text: (
            <>
              {hold.reason}
              {hold.releasedAt && (
                <>
                  {' '}
                  {t('holds.released')} <DateText value={hold.releasedAt} />.
                </>
              )}
            </>
          ),
        }))}
      />
    </section>
  );
}
