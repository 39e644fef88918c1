import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { SelectField } from '../../ui/form';
import { formatDateTime } from '../../ui/format';

interface SessionChoiceProps {
  sessions: { id: string; position: number; startsAt: string }[];
  value: string;
  onChange: (id: string) => void;
}

/** Which session the door is at; of one alone, only its time is told. */
export function SessionChoice({ sessions, value, onChange }: SessionChoiceProps) {
  const { t } = useTranslation('check-in');
  const language = currentLanguage();
  const [only] = sessions;
  if (only && sessions.length === 1) return <p>{formatDateTime(only.startsAt, language)}</p>;
  return (
    <SelectField
      name="session"
      value={value}
      error={undefined}
      onChange={(id) => onChange(id || value)}
      label={t('session.label')}
      empty={t('session.choose')}
      choices={sessions.map((session) => ({
        value: session.id,
        label: t('session.one', {
          position: session.position,
          when: formatDateTime(session.startsAt, language),
        }),
      }))}
    />
  );
}
