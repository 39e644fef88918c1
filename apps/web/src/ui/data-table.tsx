import { Link, useLocation } from '@tanstack/react-router';
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './data-table.module.css';
import { LoadingState } from './loading-state';
import { Pager } from './pager';

/** One column of a table, and one line of a card on phones. */
export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The API sorts by this name: `?sort=name`, `?sort=-name`. */
  sortBy?: string;
  /** Numbers and amounts stand right, with figures of one width. */
  isNumber?: boolean;
}

interface DataTableProps<Row> {
  /** Says what the table lists; read first by screen readers. */
  caption: string;
  columns: Column<Row>[];
  /** Undefined while the first page loads. */
  rows: Row[] | undefined;
  rowKey: (row: Row) => string;
  /** From the address: `name` or `-name`. */
  sort?: string;
  page: number;
  pageSize: number;
  total: number;
  /** There are more than `total`, uncounted. */
  hasMore?: boolean;
  /** An `EmptyState` that fits: nothing yet, or nothing matches. */
  empty: ReactNode;
}

/** A list with server paging and sorting in the address; cards under 640 px. The first column names the row. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, sort, page, pageSize, total, hasMore, empty } = props;
  if (!rows) return <LoadingState lines={6} />;
  if (rows.length === 0) return empty;
  return (
    <>
      <div className={classes.scroll} role="region" aria-label={caption} tabIndex={0}>
        <table className={classes.table} role="table">
          <caption>{caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map((column) => (
                <Head key={column.key} column={column} sort={sort} />
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <tr key={rowKey(row)} role="row">
                {columns.map((column, place) => (
                  <Cell key={column.key} column={column} row={row} isName={place === 0} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager page={page} pageSize={pageSize} total={total} hasMore={hasMore} />
    </>
  );
}

// Cards change `display`, which takes a table's own roles away: they are said again.
function Cell<Row>({ column, row, isName }: { column: Column<Row>; row: Row; isName: boolean }) {
  const common = { 'data-label': column.header, 'data-number': column.isNumber || undefined };
  return isName ? (
    <th scope="row" role="rowheader" {...common}>
      {column.cell(row)}
    </th>
  ) : (
    <td role="cell" {...common}>
      <span>{column.cell(row)}</span>
    </td>
  );
}

function Head<Row>({ column, sort }: { column: Column<Row>; sort?: string }) {
  const { t } = useTranslation('ui');
  const path = useLocation({ select: (location) => location.pathname });
  const isSorted = column.sortBy !== undefined && sort?.replace(/^-/, '') === column.sortBy;
  const isDown = isSorted && sort?.startsWith('-');
  const next = isSorted && !isDown ? `-${column.sortBy}` : column.sortBy;
  const Icon = !isSorted ? IconArrowsSort : isDown ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      role="columnheader"
      data-number={column.isNumber || undefined}
      aria-sort={isSorted ? (isDown ? 'descending' : 'ascending') : undefined}
    >
      {column.sortBy ? (
        <Link
          to={path}
          search={
            ((before: Record<string, unknown>) => ({ ...before, sort: next, page: undefined })) as never
          }
          title={t('table.sort')}
          resetScroll={false}
        >
          {column.header}
          <Icon size={16} aria-hidden />
        </Link>
      ) : (
        column.header
      )}
    </th>
  );
}
