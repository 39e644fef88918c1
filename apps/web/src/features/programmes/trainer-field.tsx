import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Form, TextField } from '../../ui/form';
import type { ActivityFields } from './activity-form';
import classes from './activity-form.module.css';
import { trainersQuery } from './programmes.api';

const SHORTEST = 2;
const PAUSE_MS = 200;

/** Who trains: found by part of a name among the group's people, or nobody named yet. */
export function TrainerField({ form }: { form: Form<ActivityFields> }) {
  const { t } = useTranslation('programmes');
  const { value: trainer } = form.field('trainer');
  const [typed, setTyped] = useState('');
  if (trainer) {
    return (
      <div className={classes.trainer}>
        <p>
          {t('field.trainer')}: <strong>{trainer.name}</strong>
        </p>
        <Button type="button" variant="default" onClick={() => form.set('trainer', null)}>
          {t('form.actions.changeTrainer')}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.trainer}>
      <TextField
        name="trainer"
        type="search"
        value={typed}
        error={undefined}
        onChange={setTyped}
        label={t('field.trainer')}
        hint={form.values.groupId ? t('form.trainerHint') : t('form.trainerNeedsGroup')}
        maxLength={200}
        autoComplete="off"
        optional
      />
      <Candidates
        group={form.values.groupId}
        name={typed.trim()}
        onChoose={(person) => {
          setTyped('');
          form.set('trainer', person);
        }}
      />
    </div>
  );
}

interface CandidatesProps {
  group: string;
  name: string;
  onChoose: (person: { personId: string; name: string }) => void;
}

function Candidates({ group, name, onChoose }: CandidatesProps) {
  const { t } = useTranslation('programmes');
  const [asked] = useDebouncedValue(name, PAUSE_MS);
  const isAsked = group !== '' && name.length >= SHORTEST && asked.length >= SHORTEST;
  const { data } = useQuery({
    ...trainersQuery(group, asked),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  if (!isAsked || !data) return null;
  if (data.length === 0) return <p role="status">{t('form.noTrainer')}</p>;
  return (
    <ul className={classes.candidates} aria-label={t('form.trainers')}>
      {data.map((person) => (
        <li key={person.personId}>
          <Button type="button" variant="default" justify="start" h="auto" onClick={() => onChoose(person)}>
            {person.name}
          </Button>
        </li>
      ))}
    </ul>
  );
}
