import { useQuery } from '@tanstack/react-query';
import { IconEye } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { leaveCase, presenceQuery } from './review.api';
import classes from './review.module.css';

/** Colleagues who have the case open now; it informs and blocks nothing. */
export function CaseReaders({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation('review');
  const { data: readers = [] } = useQuery(presenceQuery(applicationId));
  useEffect(() => {
    const leave = () => void leaveCase(applicationId).catch(() => undefined);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [applicationId]);
  const names = new Intl.ListFormat(currentLanguage()).format(readers.map(({ fullName }) => fullName));
  return (
    <p role="status" className={classes.readers}>
      {readers.length > 0 && (
        <>
          <IconEye size={18} aria-hidden />
          {t('case.readers', { count: readers.length, names })}
        </>
      )}
    </p>
  );
}
