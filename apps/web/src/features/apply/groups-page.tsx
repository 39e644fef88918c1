import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { groupsQuery } from './apply.api';
import classes from './apply.module.css';
import { useText } from './use-text';

/** Which group to apply to. */
export function GroupsPage() {
  const { t } = useTranslation('apply');
  const { pick } = useText();
  const { data, error, refetch } = useQuery(groupsQuery);
  const open = data?.filter((group) => group.grades.length > 0);
  return (
    <>
      <PageTitle title={t('groups.title')} lead={t('groups.lead')} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!open && !error && <LoadingState lines={6} />}
      {open?.length === 0 && (
        <EmptyState kind="nothing-yet" title={t('groups.empty.title')} text={t('groups.empty.text')} />
      )}
      <ul className={classes.cards}>
        {open?.map((group) => (
          <li key={group.id} className={classes.card}>
            <h2>
              <Link to="/apply/$slug" params={{ slug: group.slug }}>
                {pick(group.nameId, group.nameEn)}
              </Link>
            </h2>
            <p className={classes.quiet}>{t(`kind.${group.kind}`)}</p>
            <p>{pick(group.aboutId, group.aboutEn)}</p>
            <p className={classes.quiet}>
              {group.grades.map((grade) => pick(grade.nameId, grade.nameEn)).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
