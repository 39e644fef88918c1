import { Link } from '@tanstack/react-router';
import { IconClock, IconMapPin, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatNumber, ownZone } from '../../ui/format';
import { StatusTag } from '../../ui/status-tag';
import classes from './catalogue.module.css';
import type { Activity } from './programmes.api';
import { type RegistrationOffer, placesLeft, registrationOffer } from './registration-offer';
import { spanText } from './session-time';
import { usePair } from './use-text';

const TONE: Record<RegistrationOffer, 'good' | 'warn' | 'bad' | 'info' | 'waiting'> = {
  register: 'good',
  join_waitlist: 'warn',
  registered: 'good',
  waitlisted: 'waiting',
  not_open_yet: 'waiting',
  closed: 'info',
  over: 'info',
  cancelled: 'bad',
  draft: 'info',
};

/** One activity of a list: the whole card leads to its page. */
export function ActivityCard({ activity }: { activity: Activity }) {
  const { t } = useTranslation('programmes');
  const { language, pick } = usePair();
  const offer = registrationOffer(activity, new Date());
  const place = activity.place ?? t('activity.online');
  return (
    <article className={classes.card}>
      <p className={classes.kind}>
        {t(`kind.${activity.kind}`)}
        {activity.audience === 'members' && <> · {t('audience.members')}</>}
      </p>
      <h3>
        <Link to="/activities/$id" params={{ id: activity.id }}>
          {pick(activity.titleId, activity.titleEn)}
        </Link>
      </h3>
      <ul className={classes.facts}>
        <li>
          <IconClock size={18} aria-hidden />
          <time dateTime={activity.startsAt}>
            {spanText(activity.startsAt, activity.endsAt, language, ownZone())}
          </time>
        </li>
        <li>
          <IconMapPin size={18} aria-hidden />
          {activity.place && activity.isOnline ? t('activity.hybrid', { place }) : place}
        </li>
        <li>
          <IconUsers size={18} aria-hidden />
          {pick(activity.groupNameId, activity.groupNameEn)}
        </li>
      </ul>
      <p className={classes.state}>
        <StatusTag tone={TONE[offer]}>
          {offer === 'register' ? t('places.left', { count: placesLeft(activity) }) : t(`offer.${offer}`)}
        </StatusTag>
        {activity.creditHours > 0 && (
          <span>{t('credits.worth', { hours: formatNumber(activity.creditHours, language) })}</span>
        )}
      </p>
    </article>
  );
}
