import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../app/language';
import { formatNumber } from './format';
import classes from './pager.module.css';

interface PagerProps {
  /** From 1. */
  page: number;
  pageSize: number;
  total: number;
  /** There are more than `total`, uncounted. */
  hasMore?: boolean;
}

/** Pages as links: the page number lives in the address (`?page=2`), the other search parameters stay. */
export function Pager({ page, pageSize, total, hasMore = false }: PagerProps) {
  const { t } = useTranslation('ui');
  const language = currentLanguage();
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const first = (page - 1) * pageSize + 1;
  return (
    <nav className={classes.pager} aria-label={t('pager.label')} data-no-print>
      <p>
        {t(hasMore ? 'pager.rangeOfMore' : 'pager.range', {
          first: formatNumber(Math.min(first, total), language),
          last: formatNumber(Math.min(page * pageSize, total), language),
          total: formatNumber(total, language),
        })}
      </p>
      {pages > 1 && (
        <ul>
          <li>{page > 1 && <PageLink page={page - 1} text={t('pager.previous')} />}</li>
          {around(page, pages).map((number) => (
            <li key={number}>
              <PageLink
                page={number}
                text={formatNumber(number, language)}
                label={t('pager.page', { page: number })}
                isCurrent={number === page}
              />
            </li>
          ))}
          <li>{page < pages && <PageLink page={page + 1} text={t('pager.next')} />}</li>
        </ul>
      )}
    </nav>
  );
}

interface PageLinkProps {
  page: number;
  text: string;
  label?: string;
  isCurrent?: boolean;
}

function PageLink({ page, text, label, isCurrent = false }: PageLinkProps) {
  const path = useLocation({ select: (location) => location.pathname });
  return (
    <Link
      to={path}
      search={
        ((before: Record<string, unknown>) => ({ ...before, page: page > 1 ? page : undefined })) as never
      }
      activeOptions={{ exact: true, explicitUndefined: true }}
      aria-label={label}
      data-current={isCurrent || undefined}
    >
      {text}
    </Link>
  );
}

/** The pages worth a link: first, last, and the neighbours of the current one. */
function around(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages];
  return [...new Set(wanted)]
    .filter((number) => number >= 1 && number <= pages)
    .sort((one, other) => one - other);
}
