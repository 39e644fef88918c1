import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { LinkButton } from '../../ui/links';
import classes from './member-card.module.css';
import { ownApplicationsQuery } from './membership.api';

/** Approved applications whose last step is the code of ethics: membership begins with it. */
export function WaitingCodes() {
  const { t } = useTranslation('membership');
  const { data } = useQuery(ownApplicationsQuery);
  const waiting = (data ?? []).filter(({ state }) => state === 'approved');
  return waiting.map((application) => (
    <section key={application.id} className={classes.step}>
      <h2>{currentLanguage() === 'id' ? application.groupNameId : application.groupNameEn}</h2>
      <p>{t('step.text')}</p>
      <LinkButton to="/groups/$groupId/code" params={{ groupId: application.groupId }}>
        {t('actions.readCode')}
      </LinkButton>
    </section>
  ));
}
