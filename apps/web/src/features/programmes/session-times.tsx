import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ownZone } from '../../ui/format';
import classes from './activity-page.module.css';
import type { ActivityDetail } from './programmes.api';
import { ZONES, spanText } from './session-time';
import { usePair } from './use-text';

/** The sessions in the reader's own zone, or in another of Indonesia's three. */
export function SessionTimes({ activity }: { activity: ActivityDetail }) {
  const { t } = useTranslation('programmes');
  const { language } = usePair();
  const [zone, setZone] = useState<string>(() =>
    ZONES.some((each) => each.zone === ownZone()) ? ownZone() : 'Asia/Jakarta',
  );
  return (
    <section aria-labelledby="sessions">
      <div className={classes.timesHead}>
        <h2 id="sessions">{t('activity.sessions', { count: activity.sessions.length })}</h2>
        <SegmentedControl
          aria-label={t('activity.zone')}
          value={zone}
          onChange={setZone}
          data={ZONES.map((each) => ({ value: each.zone, label: each.name }))}
        />
      </div>
      <ol className={classes.sessions} aria-live="polite">
        {activity.sessions.map((session) => (
          <li key={session.id}>
            <time dateTime={session.startsAt}>
              {spanText(session.startsAt, session.endsAt, language, zone)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
