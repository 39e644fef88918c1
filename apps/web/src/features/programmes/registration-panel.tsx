import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { ErrorState } from '../../ui/error-state';
import { formatDateTime, formatNumber } from '../../ui/format';
import { LinkButton } from '../../ui/links';
import { PendingButton } from '../../ui/pending-button';
import { StatusTag } from '../../ui/status-tag';
import { toast } from '../../ui/toast';
import classes from './activity-page.module.css';
import { type ActivityDetail, cancelRegistration, register } from './programmes.api';
import { placesLeft, registrationOffer } from './registration-offer';
import { Ticket } from './ticket';
import { usePair } from './use-text';

/** Seats left, and one button whose text is the state. */
export function RegistrationPanel({ activity }: { activity: ActivityDetail }) {
  const { t } = useTranslation('programmes');
  const { language } = usePair();
  const left = placesLeft(activity);
  return (
    <aside className={classes.panel} aria-label={t('panel.title')}>
      {activity.state === 'published' && (
        <p className={classes.places}>
          <strong>{t('places.left', { count: left })}</strong>
          <span>
            {t('places.of', { taken: formatNumber(activity.taken, language), capacity: activity.capacity })}
            {activity.waiting > 0 && <> · {t('places.waiting', { count: activity.waiting })}</>}
          </span>
        </p>
      )}
      <Offer activity={activity} />
    </aside>
  );
}

function Offer({ activity }: { activity: ActivityDetail }) {
  const { t } = useTranslation('programmes');
  const { language } = usePair();
  const offer = registrationOffer(activity, new Date());
  switch (offer) {
    case 'register':
    case 'join_waitlist':
      return <RegisterButton activity={activity} offer={offer} />;
    case 'registered':
    case 'waitlisted':
      return <Mine activity={activity} />;
    case 'not_open_yet':
      return (
        <>
          <Button disabled fullWidth>
            {t('offer.not_open_yet')}
          </Button>
          <Text size="sm">{t('panel.opens', { when: formatDateTime(activity.opensAt, language) })}</Text>
        </>
      );
    case 'cancelled':
      return (
        <>
          <StatusTag tone="bad" size="lg">
            {t('offer.cancelled')}
          </StatusTag>
          {activity.cancelReason && <p>{activity.cancelReason}</p>}
        </>
      );
    default:
      return (
        <StatusTag tone="info" size="lg">
          {t(`offer.${offer}`)}
        </StatusTag>
      );
  }
}

function RegisterButton({
  activity,
  offer,
}: {
  activity: ActivityDetail;
  offer: 'register' | 'join_waitlist';
}) {
  const { t } = useTranslation('programmes');
  const { language } = usePair();
  const session = useSession();
  const queryClient = useQueryClient();
  const take = useMutation({
    mutationFn: () => register(activity.id),
    onSuccess: (made) => {
      toast.good(made.state === 'confirmed' ? t('panel.confirmed') : t('panel.queued'));
      void queryClient.invalidateQueries({ queryKey: ['registrations'] });
    },
    // A refusal, too, means that what is shown is no longer so.
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['activities'] }),
  });
  const closes = (
    <Text size="sm" c="dimmed">
      {t('panel.closes', { when: formatDateTime(activity.closesAt, language) })}
    </Text>
  );
  if (session === null) {
    return (
      <>
        <LinkButton to="/sign-in" search={{ next: `/activities/${activity.id}` }} fullWidth>
          {t('panel.actions.signIn')}
        </LinkButton>
        {closes}
      </>
    );
  }
  return (
    <>
      <PendingButton type="button" fullWidth isPending={take.isPending} onClick={() => take.mutate()}>
        {t(`offer.${offer}`)}
      </PendingButton>
      {offer === 'join_waitlist' && <Text size="sm">{t('panel.waitlistRule')}</Text>}
      {closes}
      {take.error && <ErrorState error={take.error} />}
    </>
  );
}

function Mine({ activity }: { activity: ActivityDetail }) {
  const { t } = useTranslation('programmes');
  const { pick } = usePair();
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const mine = activity.mine;
  if (!mine) return null;
  const isSeated = mine.state === 'confirmed';
  const state = isSeated ? 'registered' : 'waitlisted';
  const verb = isSeated ? t('cancel.actions.place') : t('cancel.actions.turn');
  const title = pick(activity.titleId, activity.titleEn);
  const hasBegun = new Date() >= new Date(activity.startsAt);

  async function cancel() {
    if (mine) await cancelRegistration(mine.id);
    await queryClient.invalidateQueries({ queryKey: ['activities'] });
    await queryClient.invalidateQueries({ queryKey: ['registrations'] });
    toast.good(t('cancel.done'));
  }

  return (
    <>
      <StatusTag tone={isSeated ? 'good' : 'waiting'} size="lg">
        {t(`offer.${state}`)}
      </StatusTag>
      {isSeated ? (
        <Ticket code={mine.code} />
      ) : (
        <p className={classes.position}>{t('panel.position', { position: mine.waitlistPosition })}</p>
      )}
      {!isSeated && <Text size="sm">{t('panel.waitlistRule')}</Text>}
      {!hasBegun && (
        <Button variant="default" fullWidth onClick={() => setAsking(true)}>
          {verb}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={isSeated ? t('cancel.placeTitle', { title }) : t('cancel.turnTitle', { title })}
        verb={verb}
        isDangerous
        onConfirm={cancel}
        onClose={() => setAsking(false)}
      >
        <p>
          {isSeated && activity.waiting > 0
            ? t('cancel.passesOn', { count: activity.waiting })
            : t('cancel.frees')}
        </p>
      </ConfirmDialog>
    </>
  );
}
