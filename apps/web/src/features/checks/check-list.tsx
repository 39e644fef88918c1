import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/error-state';
import { LoadingState } from '../../ui/loading-state';
import { CheckCard } from './check-card';
import { type Origin, checksQuery, isOpen } from './checks.api';
import classes from './checks.module.css';

interface CheckListProps {
  applicationId: string;
  /** What the id is of, where it is not an application's. */
  originType?: Origin;
  /** Only the checks of this credential. */
  credentialId?: string;
  /** For officers: comparison, confirm, override, ask again. */
  isOfficer?: boolean;
}

/** The checks of an application as they come in: by itself, without reload; told to screen readers when all have ended. */
export function CheckList({ applicationId, originType, credentialId, isOfficer = false }: CheckListProps) {
  const { t } = useTranslation('checks');
  const { data, error, refetch } = useQuery(checksQuery(applicationId, originType));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState lines={2} />;
  const shown = newestPerSource(data.filter((check) => !credentialId || check.credentialId === credentialId));
  if (shown.length === 0) return <p className={classes.none}>{t('none')}</p>;
  const open = shown.filter(isOpen).length;
  return (
    <div className={classes.list}>
      <p role="status" className={classes.progress}>
        {open > 0 ? t('progress', { done: shown.length - open, all: shown.length }) : t('ended')}
      </p>
      <ul>
        {shown.map((check) => (
          <CheckCard key={check.id} check={check} applicationId={applicationId} isOfficer={isOfficer} />
        ))}
      </ul>
    </div>
  );
}

/** After a correction a credential has been asked about again: the checks of its newest version count. */
function newestPerSource<Line extends { credentialId: string; credentialVersion: number }>(
  checks: Line[],
): Line[] {
  return checks.filter((check) =>
    checks.every(
      (other) =>
        other.credentialId !== check.credentialId || other.credentialVersion <= check.credentialVersion,
    ),
  );
}
