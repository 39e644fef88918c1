import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { Timeline } from '../../ui/timeline';
import type { OwnCredential } from './credentials.api';

type Event = OwnCredential['history'][number];

/** What happened to a credential, in plain words, newest first. */
export function CredentialHistory({ history }: Pick<OwnCredential, 'history'>) {
  const { t } = useTranslation('credentials');
  const language = currentLanguage();
  const titleOf = (event: Event): string => {
    const source = event.sourceName?.[language] ?? '';
    const outcome = t(`own.outcome.${event.outcome ?? 'unanswered'}`);
    switch (event.type) {
      case 'checked':
        return t('own.event.checked', { source, outcome });
      case 'reviewed':
        return t('own.event.reviewed', { outcome });
      case 'reminded':
        return t('own.event.reminded', { count: event.daysBefore ?? 0 });
      case 'case_settled':
        return t(`own.verdict.${event.verdict ?? 'keep'}`);
      default:
        return t(`own.event.${event.type}`);
    }
  };
  return (
    <Timeline
      label={t('own.history')}
      entries={history.map((event, place) => ({
        key: `${event.type}-${event.at}-${place}`,
        at: event.at,
        title: titleOf(event),
        text:
          [event.reason, language === 'id' ? event.groupNameId : event.groupNameEn]
            .filter(Boolean)
            .join(' · ') || undefined,
      }))}
    />
  );
}
