import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { DateText, PersonName } from '../../ui/date-text';
import { TextAreaField } from '../../ui/form';
import { AppointDialog } from './appoint-dialog';
import { type Seat, type Term, endTerm, seatsQuery } from './governance.api';
import classes from './governance.module.css';

interface SeatCardProps {
  seat: Seat;
  groupId: string;
  mayAppoint: boolean;
}

/** One seat: its office, who serves, who follows, what the office may do. */
export function SeatCard({ seat, groupId, mayAppoint }: SeatCardProps) {
  const { t } = useTranslation('governance');
  const [open, setOpen] = useState<'appoint' | 'end' | null>(null);
  const isIndonesian = currentLanguage() === 'id';
  const now = seat.terms.find((term) => term.serving);
  const coming = seat.terms.filter((term) => !term.serving && Date.parse(term.startsAt) > Date.now());
  return (
    <li className={classes.seat}>
      <h2 className={classes.office}>{isIndonesian ? seat.nameId : seat.nameEn}</h2>
      {now ? <Serving term={now} /> : <p className={classes.quiet}>{t('vacant')}</p>}
      {coming.map((term) => (
        <p key={term.id} className={classes.quiet}>
          {t('follows')} <PersonName fullName={term.fullName} />, <Span term={term} />
        </p>
      ))}
      <details>
        <summary>{t('powers', { count: seat.powers.length })}</summary>
        <ul>
          {seat.powers.map((power) => (
            <li key={power.power}>{isIndonesian ? power.nameId : power.nameEn}</li>
          ))}
        </ul>
      </details>
      {mayAppoint && (
        <Group gap="sm">
          <Button variant="default" onClick={() => setOpen('appoint')}>
            {t('actions.appoint')}
          </Button>
          {now && (
            <Button variant="subtle" color="red" onClick={() => setOpen('end')}>
              {t('actions.end')}
            </Button>
          )}
        </Group>
      )}
      {open === 'appoint' && <AppointDialog seat={seat} groupId={groupId} onClose={() => setOpen(null)} />}
      {now && open === 'end' && <EndDialog term={now} groupId={groupId} onClose={() => setOpen(null)} />}
    </li>
  );
}

function Serving({ term }: { term: Term }) {
  return (
    <p>
      <strong>
        <PersonName fullName={term.fullName} />
      </strong>
      <br />
      <Span term={term} />
    </p>
  );
}

function Span({ term }: { term: Term }) {
  const lastDay = new Date(Date.parse(term.endsAt) - 1).toISOString();
  return (
    <>
      <DateText value={term.startsAt} style="short" /> – <DateText value={lastDay} style="short" />
    </>
  );
}

function EndDialog({ term, groupId, onClose }: { term: Term; groupId: string; onClose: () => void }) {
  const { t } = useTranslation('governance');
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('end.title', { name: term.fullName })}
      verb={t('actions.end')}
      onClose={onClose}
      onConfirm={async () => {
        await endTerm(term.id, reason);
        await queryClient.invalidateQueries(seatsQuery(groupId));
      }}
    >
      <p>{t('end.text')}</p>
      <TextAreaField
        name="endReason"
        label={t('field.reason')}
        value={reason}
        error={undefined}
        onChange={setReason}
      />
    </ConfirmDialog>
  );
}
