import { Button, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { PersonName } from '../../ui/date-text';
import { Dialog } from '../../ui/dialog';
import {
  type DateParts,
  DateField,
  ErrorSummary,
  NO_DATE,
  TextAreaField,
  TextField,
  isoDateOf,
  useForm,
} from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { peopleQuery } from '../directory/directory.api';
import { type Seat, appoint, seatsQuery } from './governance.api';
import classes from './governance.module.css';

interface AppointDialogProps {
  seat: Seat;
  groupId: string;
  onClose: () => void;
}

interface Values {
  personId: string;
  startsOn: DateParts;
  endsOn: DateParts;
  reason: string;
}

/** Appoints a member to a seat from a day to a day. */
export function AppointDialog({ seat, groupId, onClose }: AppointDialogProps) {
  const { t } = useTranslation('governance');
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const form = useForm<Values>({
    initial: { personId: '', startsOn: NO_DATE, endsOn: NO_DATE, reason: '' },
    validate: (values) => ({
      personId: values.personId ? undefined : t('fault.person'),
      startsOn: isoDateOf(values.startsOn) ? undefined : t('fault.date'),
      endsOn: isoDateOf(values.endsOn) ? undefined : t('fault.date'),
      reason: values.reason.trim() ? undefined : t('fault.reason'),
    }),
    submit: async ({ personId, startsOn, endsOn, reason }) => {
      await appoint(seat.seatId, {
        personId,
        reason,
        startsOn: isoDateOf(startsOn) ?? '',
        endsOn: isoDateOf(endsOn) ?? '',
      });
      await queryClient.invalidateQueries(seatsQuery(groupId));
      toast.good(t('appointed'));
      onClose();
    },
  });
  const office = currentLanguage() === 'id' ? seat.nameId : seat.nameEn;
  return (
    <Dialog isOpen onClose={onClose} title={t('appoint.title', { office })} size="lg">
      <form onSubmit={form.onSubmit} noValidate>
        <Stack gap="lg" align="stretch">
          <ErrorSummary form={form} />
          <TextField
            name="personId"
            type="search"
            label={t('field.person')}
            hint={t('field.personHint')}
            value={name}
            error={form.field('personId').error}
            onChange={(typed) => {
              setName(typed);
              form.set('personId', '');
            }}
          />
          {!form.values.personId && (
            <Candidates
              name={name}
              onChoose={(person) => {
                setName(person.fullName);
                form.set('personId', person.personId);
              }}
            />
          )}
          <DateField {...form.field('startsOn')} label={t('field.startsOn')} />
          <DateField {...form.field('endsOn')} label={t('field.endsOn')} />
          <TextAreaField {...form.field('reason')} label={t('field.reason')} hint={t('field.reasonHint')} />
          <PendingButton isPending={form.isPending}>{t('actions.appoint')}</PendingButton>
        </Stack>
      </form>
    </Dialog>
  );
}

interface CandidatesProps {
  name: string;
  onChoose: (person: { personId: string; fullName: string }) => void;
}

function Candidates({ name, onChoose }: CandidatesProps) {
  const { t } = useTranslation('governance');
  const found = useQuery({ ...peopleQuery({ q: name, pageSize: 5 }), enabled: name.trim().length >= 3 });
  if (!found.data) return null;
  if (found.data.items.length === 0) return <p role="status">{t('noMatch')}</p>;
  return (
    <ul className={classes.people}>
      {found.data.items.map((person) => (
        <li key={person.membershipId}>
          <Button variant="default" justify="start" h="auto" onClick={() => onChoose(person)}>
            <PersonName {...person} />, {person.number}
          </Button>
        </li>
      ))}
    </ul>
  );
}
