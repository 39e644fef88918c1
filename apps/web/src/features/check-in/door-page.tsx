import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../../api/client';
import { currentLanguage } from '../../app/language';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { toast } from '../../ui/toast';
import { type CheckIn, type Door, checkIn, doorQuery, guestsQuery, undoCheckIn } from './check-in.api';
import { CodeEntry } from './code-entry';
import classes from './door.module.css';
import { GuestSearch } from './guest-search';
import { RoomScreen } from './room-screen';
import { Scanner } from './scanner';
import { SessionChoice } from './session-choice';
import { VerdictScreen } from './verdict-screen';
import { codeIn, sessionAtDoor } from './verdict-tone';

const route = getRouteApi('/activities/$id/check-in');

/** The door on a phone: scan, type or search; one verdict fills the screen. */
export function DoorPage() {
  const { t } = useTranslation('check-in');
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(doorQuery(id));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} asPage />;
  if (!data) return <LoadingState lines={6} />;
  if (!data.mayRecord || data.state !== 'published') {
    return (
      <>
        <PageTitle title={t('title')} />
        <EmptyState kind="no-permission" title={t('shut.title')} text={t('shut.text')} />
      </>
    );
  }
  return <DoorOf activity={data} />;
}

function DoorOf({ activity }: { activity: Door }) {
  const { t } = useTranslation('check-in');
  const [sessionId, setSessionId] = useState(() => sessionAtDoor(activity.sessions, new Date())?.id ?? '');
  const [isRoomShown, setRoomShown] = useState(false);
  const guests = useQuery(guestsQuery(activity.id));
  const { answer, admit, undo, next, isPending, error } = useDoor(activity.id, sessionId);
  const inside = guests.data?.filter((guest) =>
    guest.attendances.some((attendance) => attendance.sessionId === sessionId),
  ).length;
  return (
    <div className={classes.door}>
      <PageTitle
        above={currentLanguage() === 'id' ? activity.titleId : activity.titleEn}
        title={t('title')}
      />
      <SessionChoice sessions={activity.sessions} value={sessionId} onChange={setSessionId} />
      <p className={classes.counter} role="status">
        {inside === undefined ? '' : t('counter', { inside, expected: activity.taken })}
      </p>
      {error && <ErrorState error={error} />}
      <Scanner isPaused={answer !== null} onCode={(text) => admit({ code: codeIn(text) })} />
      <CodeEntry isPending={isPending} onCode={(code) => admit({ code })} />
      <GuestSearch
        guests={guests.data}
        sessionId={sessionId}
        onChoose={(registrationId) => admit({ registrationId })}
      />
      <Button variant="default" onClick={() => setRoomShown(true)}>
        {t('actions.showRoomCode')}
      </Button>
      {isRoomShown && (
        <RoomScreen activityId={activity.id} sessionId={sessionId} onClose={() => setRoomShown(false)} />
      )}
      {answer && <VerdictScreen answer={answer} onNext={next} onUndo={undo} />}
    </div>
  );
}

function useDoor(activityId: string, sessionId: string) {
  const { t } = useTranslation('check-in');
  const queryClient = useQueryClient();
  const [answer, setAnswer] = useState<CheckIn | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['roster', activityId] });
  const enter = useMutation({
    mutationFn: (comer: { code: string } | { registrationId: string }) =>
      checkIn(activityId, { ...comer, sessionId }, newIdempotencyKey()),
    retry: 2,
    onSuccess: (said) => {
      setAnswer(said);
      // A short buzz lets in, a long one stops; phones without it lose nothing.
      navigator.vibrate?.(said.verdict === 'in' ? 80 : [300, 80, 300]);
      void refresh();
    },
  });
  const takeBack = useMutation({
    mutationFn: (checkInId: string) => undoCheckIn(activityId, checkInId),
    onSuccess: () => {
      setAnswer(null);
      toast.good(t('undone'));
      void refresh();
    },
    onError: (error) => toast.problem(error),
  });
  return {
    answer,
    error: enter.error,
    isPending: enter.isPending,
    admit: (comer: { code: string } | { registrationId: string }) => {
      if (!enter.isPending) enter.mutate(comer);
    },
    undo: (checkInId: string) => takeBack.mutate(checkInId),
    next: () => setAnswer(null),
  };
}
