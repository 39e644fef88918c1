import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateField, type Form, NO_DATE, TextField } from '../../ui/form';
import type { ActivityFields, SessionFields } from './activity-form';
import classes from './activity-form.module.css';

const MOST = 60;

/** The sessions: day, start and end of each; as many as there are. */
export function SessionRows({ form }: { form: Form<ActivityFields> }) {
  const { t } = useTranslation('programmes');
  const { value: sessions, error } = form.field('sessions');
  const change = (place: number, part: Partial<SessionFields>) =>
    form.set(
      'sessions',
      sessions.map((session, each) => (each === place ? { ...session, ...part } : session)),
    );
  const add = () => {
    const last = sessions.at(-1);
    const times = { start: last?.start ?? '09.00', end: last?.end ?? '12.00' };
    form.set('sessions', [...sessions, { day: NO_DATE, ...times }]);
  };
  return (
    <>
      {sessions.map((session, place) => (
        <fieldset key={session.id ?? place} className={classes.session}>
          <legend>{t('form.session', { number: place + 1 })}</legend>
          <DateField
            name={place === 0 ? 'sessions' : `sessions-${place}`}
            value={session.day}
            error={place === 0 ? error : undefined}
            onChange={(day) => change(place, { day })}
            label={t('field.day')}
          />
          <TextField
            name={`sessions-${place}-start`}
            value={session.start}
            error={undefined}
            onChange={(start) => change(place, { start })}
            label={t('field.start')}
            width={5}
          />
          <TextField
            name={`sessions-${place}-end`}
            value={session.end}
            error={undefined}
            onChange={(end) => change(place, { end })}
            label={t('field.end')}
            width={5}
          />
          {sessions.length > 1 && (
            <Button
              type="button"
              variant="subtle"
              onClick={() =>
                form.set(
                  'sessions',
                  sessions.filter((_, each) => each !== place),
                )
              }
            >
              {t('form.actions.removeSession', { number: place + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      {sessions.length < MOST && (
        <Button type="button" variant="default" className={classes.add} onClick={add}>
          {t('form.actions.addSession')}
        </Button>
      )}
    </>
  );
}
