import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../ui/status-tag';
import type { Guest } from './check-in.api';
import classes from './door.module.css';

interface GuestSearchProps {
  /** Undefined while they load. */
  guests: Guest[] | undefined;
  sessionId: string;
  onChoose: (registrationId: string) => void;
}

const MOST = 8;

/** For those who come without their code: by name, from the list that is already here. */
export function GuestSearch({ guests, sessionId, onChoose }: GuestSearchProps) {
  const { t } = useTranslation('check-in');
  const [typed, setTyped] = useState('');
  const words = plain(typed);
  const found =
    words.length < 2 ? [] : (guests ?? []).filter((guest) => plain(guest.fullName).includes(words));
  return (
    <div className={classes.search}>
      <TextInput
        type="search"
        label={t('search.label')}
        description={t('search.hint')}
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ul>
        {found.slice(0, MOST).map((guest) => (
          <li key={guest.registrationId}>
            <button
              type="button"
              onClick={() => {
                setTyped('');
                onChoose(guest.registrationId);
              }}
            >
              <bdi>{guest.fullName}</bdi>
              <Tag guest={guest} sessionId={sessionId} />
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className={classes.note}>
        {words.length >= 2 && guests && found.length === 0 && t('search.nobody')}
        {found.length > MOST && t('search.more', { count: found.length - MOST })}
      </p>
    </div>
  );
}

function Tag({ guest, sessionId }: { guest: Guest; sessionId: string }) {
  const { t } = useTranslation('check-in');
  if (guest.attendances.some((attendance) => attendance.sessionId === sessionId)) {
    return <StatusTag tone="good">{t('search.inside')}</StatusTag>;
  }
  if (guest.state === 'waitlisted') return <StatusTag tone="waiting">{t('search.waiting')}</StatusTag>;
  return null;
}

/** Lower case without accents, as people type at a door. */
function plain(text: string): string {
  return text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
