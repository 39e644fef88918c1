import { useTranslation } from 'react-i18next';
import { DateTimeText } from '../../ui/date-text';
import { TextLink } from '../../ui/links';
import type { Appeal } from './review.api';
import classes from './review.module.css';

/** The appeal against the first decision, in the applicant's words, and the way to that decision. */
export function AppealNote({ appeal, applicationId }: { appeal: Appeal; applicationId: string }) {
  const { t } = useTranslation('review');
  return (
    <section className={classes.part}>
      <h2>{t('appeal.title')}</h2>
      <p className={classes.hint}>
        {t('appeal.filed')} <DateTimeText value={appeal.filedAt} />
      </p>
      <p className={classes.voteNote}>{appeal.grounds}</p>
      <TextLink
        to="/applications/$applicationId/decision"
        params={{ applicationId }}
        search={{ instance: 'first' }}
      >
        {t('appeal.first')}
      </TextLink>
    </section>
  );
}
