import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { TextLink } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { BotsPart } from './bots-part';
import { gradesQuery } from './rules.api';
import classes from './rules.module.css';

/** The grades whose rules one may change. */
export function RulesPage() {
  const { t } = useTranslation('rules');
  const { data, error, refetch } = useQuery(gradesQuery);
  const isIndonesian = currentLanguage() === 'id';
  const groups = new Map(
    data?.map((grade) => [grade.groupId, isIndonesian ? grade.groupNameId : grade.groupNameEn]),
  );
  return (
    <>
      <PageTitle title={t('title')} lead={t('lead')} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={4} />}
      {data?.length === 0 && <EmptyState kind="no-permission" title={t('empty')} text={t('emptyText')} />}
      <ul className={classes.list}>
        {data?.map((grade) => (
          <li key={grade.gradeId}>
            <TextLink to="/rules/$gradeId" params={{ gradeId: grade.gradeId }}>
              {`${isIndonesian ? grade.gradeNameId : grade.gradeNameEn} · ${isIndonesian ? grade.groupNameId : grade.groupNameEn}`}
            </TextLink>
            <span>{t('openCases', { count: grade.openCases })}</span>
          </li>
        ))}
      </ul>
      <BotsPart />
      <section aria-labelledby="other-rules" className={classes.part}>
        <h2 id="other-rules">{t('others')}</h2>
        <ul className={classes.list}>
          {[...groups].map(([groupId, name]) => (
            <li key={groupId}>
              <TextLink to="/rules/desks/$groupId" params={{ groupId }}>
                {t('desk.link', { group: name })}
              </TextLink>
              <span>{t('desk.linkText')}</span>
            </li>
          ))}
          <li>
            <TextLink to="/verification-rules">{t('verification')}</TextLink>
            <span>{t('verificationText')}</span>
          </li>
          <li>
            <TextLink to="/standing-rules">{t('standing')}</TextLink>
            <span>{t('standingText')}</span>
          </li>
        </ul>
      </section>
    </>
  );
}
