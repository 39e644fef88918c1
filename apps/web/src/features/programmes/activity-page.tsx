import { Anchor, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/error-state';
import { formatNumber } from '../../ui/format';
import { LinkButton } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { SummaryList } from '../../ui/summary-list';
import classes from './activity-page.module.css';
import { type ActivityDetail, activityQuery } from './programmes.api';
import { RegistrationPanel } from './registration-panel';
import { SessionTimes } from './session-times';
import { usePair } from './use-text';

const route = getRouteApi('/activities/$id');

/** One activity: what, when, where, what it earns, and one button whose text is the state. */
export function ActivityPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(activityQuery(id));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} asPage />;
  if (!data) return <LoadingState lines={8} />;
  return <Activity activity={data} />;
}

function Activity({ activity }: { activity: ActivityDetail }) {
  const { t } = useTranslation('programmes');
  const { pick } = usePair();
  const about = pick(activity.aboutId, activity.aboutEn);
  return (
    <>
      <PageTitle
        above={`${t(`kind.${activity.kind}`)} · ${pick(activity.groupNameId, activity.groupNameEn)}`}
        title={pick(activity.titleId, activity.titleEn)}
        actions={<StaffLinks activity={activity} />}
      />
      <div className={classes.columns}>
        <RegistrationPanel activity={activity} />
        <div className={classes.main}>
          {about && <p className={classes.about}>{about}</p>}
          <SessionTimes activity={activity} />
          <Facts activity={activity} />
          <p>
            <Anchor
              href={`/api/activities/${activity.id}/calendar.ics`}
              download
              className={classes.calendar}
            >
              <IconCalendarPlus size={20} aria-hidden />
              {t('activity.calendar')}
            </Anchor>
          </p>
        </div>
      </div>
    </>
  );
}

function StaffLinks({ activity }: { activity: ActivityDetail }) {
  const { t } = useTranslation('programmes');
  if (!activity.mayRecord) return null;
  const params = { id: activity.id };
  return (
    <Group gap="sm" data-no-print>
      <LinkButton to="/activities/$id/check-in" params={params} variant="default">
        {t('activity.actions.checkIn')}
      </LinkButton>
      <LinkButton to="/activities/$id/roster" params={params} variant="default">
        {t('activity.actions.roster')}
      </LinkButton>
      {activity.mayManage && (
        <LinkButton to="/office/activities/$id/edit" params={params} variant="default">
          {t('activity.actions.edit')}
        </LinkButton>
      )}
    </Group>
  );
}

function Facts({ activity }: { activity: ActivityDetail }) {
  const { t } = useTranslation('programmes');
  const { language, pick } = usePair();
  const credits = activity.credits.map(
    (credit) => `${pick(credit.nameId, credit.nameEn)}: ${formatNumber(credit.hours, language)}`,
  );
  const rows = [
    { key: 'place', label: t('field.place'), value: activity.place ?? t('activity.online') },
    ...(activity.link
      ? [
          {
            key: 'link',
            label: t('field.link'),
            value: (
              <Anchor href={activity.link} rel="noreferrer" target="_blank">
                {activity.link}
              </Anchor>
            ),
          },
        ]
      : []),
    ...(activity.trainerName
      ? [{ key: 'trainer', label: t('field.trainer'), value: <bdi>{activity.trainerName}</bdi> }]
      : []),
    { key: 'audience', label: t('field.audience'), value: t(`audience.${activity.audience}`) },
    ...(credits.length > 0
      ? [
          {
            key: 'credits',
            label: t('field.credits'),
            value: (
              <>
                {credits.join(' · ')}
                <br />
                {t('credits.rule', { share: activity.requiredShare })}
              </>
            ),
          },
        ]
      : []),
  ];
  return <SummaryList title={t('activity.facts')} rows={rows} />;
}
