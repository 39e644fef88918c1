import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { type SessionEnds, sessionLeftStore } from '../../api/session-left';
import { regainSession } from '../../api/sign-in-gate';
import { Dialog } from '../../ui/dialog';
import { formatTime } from '../../ui/format';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { currentLanguage } from '../language';
import { sessionQuery, useSession } from '../session';
import { useSignOut } from '../use-sign-out';
import { type SessionNotice, noticeHolds, sessionNotice } from './session-end';

/**
 * Says three minutes before that the session will end (WCAG 2.2.1). Learns the end from answers that the page got anyway
 * and never asks by itself: asking would prolong what only a person may prolong.
 */
export default function SessionWarning() {
  const session = useSession();
  const ends = useSyncExternalStore(sessionLeftStore.subscribe, sessionLeftStore.read);
  const notice = useNotice(session ? ends : null);
  const kind = notice?.kind;
  useEffect(() => {
    if (kind === 'ended') void regainSession();
  }, [kind]);
  if (notice?.kind === 'resting') return <Resting notice={notice} />;
  if (notice?.kind === 'final') return <Final notice={notice} />;
  return null;
}

type Shown<Kind> = Extract<SessionNotice, { kind: Kind }>;

function Resting({ notice }: { notice: Shown<'resting'> }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const signOut = useSignOut();
  const [isPending, setPending] = useState(false);

  async function stay() {
    setPending(true);
    try {
      await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
    } catch (error) {
      toast.problem(error);
    } finally {
      setPending(false);
    }
  }

  return (
    <Dialog
      isOpen
      title={t('sessionEnd.resting.title')}
      closeLabel={t('sessionEnd.actions.stay')}
      onClose={() => void stay()}
    >
      <p>{t('sessionEnd.resting.text', { time: timeOf(notice.endsAt) })}</p>
      <Group gap="sm">
        <PendingButton type="button" isPending={isPending} data-autofocus onClick={() => void stay()}>
          {t('sessionEnd.actions.stay')}
        </PendingButton>
        <Button variant="default" onClick={() => void signOut()}>
          {t('account.actions.signOut')}
        </Button>
      </Group>
    </Dialog>
  );
}

/** The end that use cannot prolong: signing in anew over the page keeps what was typed. */
function Final({ notice }: { notice: Shown<'final'> }) {
  const { t } = useTranslation();
  const signOut = useSignOut();
  const [isPutOff, setPutOff] = useState(false);
  return (
    <Dialog isOpen={!isPutOff} title={t('sessionEnd.final.title')} onClose={() => setPutOff(true)}>
      <p>{t('sessionEnd.final.text', { time: timeOf(notice.endsAt) })}</p>
      <Group gap="sm">
        <Button
          data-autofocus
          onClick={() => {
            setPutOff(true);
            void regainSession();
          }}
        >
          {t('sessionEnd.actions.anew')}
        </Button>
        <Button variant="default" onClick={() => void signOut()}>
          {t('account.actions.signOut')}
        </Button>
      </Group>
    </Dialog>
  );
}

function useNotice(ends: SessionEnds | null): SessionNotice | null {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!ends) return undefined;
    const look = () => setNow(Date.now());
    look();
    const timer = window.setTimeout(look, noticeHolds(ends, Date.now()));
    // A computer that slept missed its timers.
    document.addEventListener('visibilitychange', look);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [ends, now]);
  return ends && sessionNotice(ends, now);
}

function timeOf(moment: number): string {
  return formatTime(new Date(moment).toISOString(), currentLanguage());
}
