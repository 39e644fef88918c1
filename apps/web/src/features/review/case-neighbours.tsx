import { useQuery } from '@tanstack/react-query';
import { IconArrowLeft, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../ui/links';
import type { QueueSearch } from './queue-search';
import { neighboursQuery } from './review.api';
import classes from './review.module.css';

/** Back to the list, and on to the next case of the same list. */
export function CaseNeighbours({ applicationId, search }: { applicationId: string; search: QueueSearch }) {
  const { t } = useTranslation('review');
  const { data } = useQuery(neighboursQuery(applicationId, search));
  const ways = [
    { id: data?.previousId, label: t('case.previous'), icon: IconChevronLeft },
    { id: data?.nextId, label: t('case.next'), icon: IconChevronRight },
  ];
  return (
    <nav className={classes.neighbours} aria-label={t('case.neighbours')} data-no-print>
      <TextLink to="/review" search={search}>
        <IconArrowLeft size={18} aria-hidden />
        {t('case.backToList')}
      </TextLink>
      {ways.map(
        ({ id, label, icon: Icon }) =>
          id && (
            <TextLink key={label} to="/review/$applicationId" params={{ applicationId: id }} search={search}>
              <Icon size={18} aria-hidden />
              {label}
            </TextLink>
          ),
      )}
    </nav>
  );
}
