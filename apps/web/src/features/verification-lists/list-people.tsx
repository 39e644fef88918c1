import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { type Column, DataTable } from '../../ui/data-table';
import { ErrorState } from '../../ui/error-state';
import { TextField } from '../../ui/form';
import { formatNumber } from '../../ui/format';
import { TextLink } from '../../ui/links';
import { StatusTag } from '../../ui/status-tag';
import { resultTone } from './list-figures';
import {
  type ListDetail,
  PEOPLE_PER_PAGE,
  peopleQuery,
  type PeopleSearch,
  type Person,
  type Result,
  RESULTS,
  resultsPath,
} from './lists.api';
import classes from './lists.module.css';

type ListPeopleProps = PeopleSearch & { list: ListDetail };

/** The people of a list and what came out: counts that filter, search, rows in pages, all as CSV. */
export function ListPeople({ list, result, text, page }: ListPeopleProps) {
  const { t } = useTranslation('verification-lists');
  const language = currentLanguage();
  const queryClient = useQueryClient();
  const people = useQuery(peopleQuery(list.id, { result, text, page }));
  const columns = useColumns(list.id);
  const isRunning = list.state === 'running';
  // Each look at people is put on record: while the list goes on, the reader says when to look again; its end shows by itself.
  useEffect(() => {
    if (!isRunning)
      void queryClient.invalidateQueries({ queryKey: ['verification-lists', 'people', list.id] });
  }, [isRunning, list.id, queryClient]);
  return (
    <section aria-labelledby="people" className={classes.part}>
      <h2 id="people">{t('people.title')}</h2>
      <Filters list={list} result={result} text={text} />
      <SearchForm key={text} listId={list.id} result={result} text={text} />
      <Group gap="sm" mb="md">
        {isRunning && (
          <Button variant="default" loading={people.isFetching} onClick={() => void people.refetch()}>
            {t('actions.refresh')}
          </Button>
        )}
        <Button
          component="a"
          href={resultsPath(list.id, language, result)}
          download
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {result ? t('actions.saveShown') : t('actions.saveAll')}
        </Button>
      </Group>
      {people.error && !people.data ? (
        <ErrorState error={people.error} onRetry={() => void people.refetch()} />
      ) : (
        <DataTable<Person>
          caption={t('people.caption')}
          columns={columns}
          rows={people.data?.items}
          rowKey={({ id }) => id}
          page={page}
          pageSize={PEOPLE_PER_PAGE}
          total={people.data?.total ?? 0}
          empty={<p>{t('people.none')}</p>}
        />
      )}
    </section>
  );
}

function Filters({ list, result, text }: Omit<ListPeopleProps, 'page'>) {
  const { t } = useTranslation('verification-lists');
  const counts = new Map(list.results.map((one) => [one.result, one.count]));
  const shown: (Result | undefined)[] = [
    undefined,
    ...RESULTS.filter((one) => counts.has(one) || one === result),
  ];
  return (
    <nav aria-label={t('people.filter')} className={classes.filters}>
      {shown.map((one) => (
        <Link
          key={one ?? 'all'}
          to="/verification-lists/$listId"
          params={{ listId: list.id }}
          search={{ result: one, text, page: undefined }}
          resetScroll={false}
          activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
          data-chosen={one === result || undefined}
          aria-current={one === result ? 'true' : undefined}
        >
          {t('people.count', {
            result: one ? t(`result.${one}`) : t('people.all'),
            number: formatNumber(one ? (counts.get(one) ?? 0) : list.rows, currentLanguage()),
          })}
        </Link>
      ))}
    </nav>
  );
}

function SearchForm({ listId, result, text }: Omit<PeopleSearch, 'page'> & { listId: string }) {
  const { t } = useTranslation('verification-lists');
  const navigate = useNavigate();
  const [typed, setTyped] = useState(text ?? '');
  const search = (event: FormEvent) => {
    event.preventDefault();
    void navigate({
      to: '/verification-lists/$listId',
      params: { listId },
      search: { result, text: typed.trim() || undefined, page: undefined },
      resetScroll: false,
    });
  };
  return (
    <form role="search" onSubmit={search} className={classes.search}>
      <TextField
        name="text"
        type="search"
        value={typed}
        error={undefined}
        onChange={setTyped}
        label={t('people.search')}
        maxLength={200}
      />
      <Button type="submit" variant="default">
        {t('actions.search')}
      </Button>
    </form>
  );
}

function useColumns(listId: string): Column<Person>[] {
  const { t } = useTranslation('verification-lists');
  const language = currentLanguage();
  return [
    {
      key: 'name',
      header: t('field.name'),
      cell: ({ id, name, row }) => (
        <TextLink
          to="/verification-lists/$listId/people/$rowId"
          params={{ listId, rowId: id }}
          className={classes.long}
        >
          {name || t('person.erased', { row: formatNumber(row, language) })}
        </TextLink>
      ),
    },
    {
      key: 'number',
      header: t('field.number'),
      cell: ({ number }) => <bdi className={classes.long}>{number || '–'}</bdi>,
    },
    {
      key: 'result',
      header: t('column.result'),
      cell: ({ result }) => <StatusTag tone={resultTone(result)}>{t(`result.${result}`)}</StatusTag>,
    },
    {
      key: 'reason',
      header: t('column.reason'),
      cell: ({ answers }) =>
        answers
          .flatMap(({ reasons }) => reasons.slice(0, 1))
          .map(({ text }) => text[language])
          .join(' ') || '–',
    },
    {
      key: 'row',
      header: t('column.row'),
      cell: ({ row }) => formatNumber(row, language),
      isNumber: true,
    },
  ];
}
