import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { ownZone } from '../../ui/format';
import { LinkButton, TextLink } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { PendingButton } from '../../ui/pending-button';
import { StatusTag } from '../../ui/status-tag';
import { toast } from '../../ui/toast';
import { type OwnRegistration, checkInSelf, registrationsQuery } from './programmes.api';
import classes from './registrations.module.css';
import { spanText } from './session-time';
import { Ticket } from './ticket';
import { usePair } from './use-text';

/** Where the person has a place or a turn: what comes next, with the code for the door, and what is over. */
export function RegistrationsPage() {
  const { t } = useTranslation('programmes');
  const { data, error, refetch } = useQuery(registrationsQuery);
  const now = new Date();
  const ahead = data?.filter((line) => new Date(line.endsAt) >= now) ?? [];
  const past = data?.filter((line) => new Date(line.endsAt) < now) ?? [];
  return (
    <>
      <PageTitle title={t('mine.title')} lead={t('mine.lead')} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={5} />}
      {data?.length === 0 && (
        <EmptyState
          kind="nothing-yet"
          title={t('mine.nothing')}
          text={t('mine.nothingText')}
          action={
            <LinkButton to="/activities" mt="sm">
              {t('mine.actions.browse')}
            </LinkButton>
          }
        />
      )}
      {ahead.length > 0 && <Section title={t('mine.ahead')} lines={ahead} />}
      {past.length > 0 && <Section title={t('mine.past')} lines={past} />}
    </>
  );
}

function Section({ title, lines }: { title: string; lines: OwnRegistration[] }) {
  return (
    <section className={classes.section}>
      <h2>{title}</h2>
      <ul className={classes.list}>
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line }: { line: OwnRegistration }) {
  const { t } = useTranslation('programmes');
  const { language, pick } = usePair();
  const [isShown, setShown] = useState(false);
  const title = pick(line.titleId, line.titleEn);
  const isOver = new Date(line.endsAt) < new Date();
  const canShow = line.state === 'confirmed' && !isOver && line.activityState === 'published';
  return (
    <li className={classes.line}>
      <div>
        <h3>
          <TextLink to="/activities/$id" params={{ id: line.activityId }}>
            {title}
          </TextLink>
        </h3>
        <p>{spanText(line.startsAt, line.endsAt, language, ownZone())}</p>
        <p>{line.place ?? t('activity.online')}</p>
        <State line={line} isOver={isOver} />
      </div>
      <div className={classes.acts}>
        {canShow && <Button onClick={() => setShown(true)}>{t('mine.actions.show')}</Button>}
        {line.certificateCode && (
          <LinkButton to={`/check/${line.certificateCode}` as '/'} variant="default">
            {t('mine.actions.certificate')}
          </LinkButton>
        )}
      </div>
      <Dialog isOpen={isShown} onClose={() => setShown(false)} title={title}>
        <Ticket code={line.code} />
        <RoomCode line={line} />
      </Dialog>
    </li>
  );
}

function State({ line, isOver }: { line: OwnRegistration; isOver: boolean }) {
  const { t } = useTranslation('programmes');
  if (line.activityState === 'cancelled') return <StatusTag tone="bad">{t('offer.cancelled')}</StatusTag>;
  if (line.state === 'waitlisted') {
    const text = isOver ? t('mine.noPlace') : t('mine.position', { position: line.waitlistPosition });
    return <StatusTag tone={isOver ? 'info' : 'waiting'}>{text}</StatusTag>;
  }
  if (line.attendedSessions > 0 || isOver) {
    const counts = { attended: line.attendedSessions, sessions: line.sessions };
    return (
      <StatusTag tone={line.attendedSessions > 0 ? 'good' : 'info'}>{t('mine.attended', counts)}</StatusTag>
    );
  }
  return <StatusTag tone="good">{t('offer.registered')}</StatusTag>;
}

/** Checking oneself in by the code on the room's screen. */
function RoomCode({ line }: { line: OwnRegistration }) {
  const { t } = useTranslation('programmes');
  const queryClient = useQueryClient();
  const [code, setCode] = useState('');
  const enter = useMutation({
    mutationFn: () => checkInSelf(line.id, code),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      toast.good(t('room.done'));
    },
  });
  return (
    <form
      className={classes.room}
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim() && !enter.isPending) enter.mutate();
      }}
    >
      <TextInput
        label={t('room.label')}
        description={t('room.hint')}
        value={code}
        maxLength={10}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <PendingButton isPending={enter.isPending} variant="default">
        {t('room.actions.enter')}
      </PendingButton>
      {enter.error && <ErrorState error={enter.error} />}
    </form>
  );
}
