import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { type Column, DataTable } from '../../ui/data-table';
import { DateText } from '../../ui/date-text';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { TextLink } from '../../ui/links';
import { StatusTag } from '../../ui/status-tag';
import { SettleDialog } from './settle-dialog';
import { type StandingCase, casesQuery } from './standing.api';
import type { StandingSearch } from './standing-search';
import classes from './standing.module.css';

/** Cases for an officer: what changed, what the group's rule proposes, and the officer's word. */
export function CaseList({ search }: { search: StandingSearch }) {
  const { t } = useTranslation('standing');
  const state = search.tab === 'settled' ? 'settled' : 'open';
  const { data, error, refetch } = useQuery(casesQuery({ ...search, state }));
  const [settling, setSettling] = useState<StandingCase | null>(null);
  const columns = useColumns(setSettling);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const isFiltered = Boolean(search.q ?? search.proposal);
  return (
    <>
      <DataTable<StandingCase>
        caption={state === 'open' ? t('tab.cases') : t('tab.settled')}
        columns={columns}
        rows={data?.items}
        rowKey={(row) => row.id}
        page={data?.page ?? 1}
        pageSize={data?.pageSize ?? 20}
        total={data?.total ?? 0}
        empty={
          <EmptyState
            kind={isFiltered ? 'no-match' : 'nothing-yet'}
            title={isFiltered ? t('noMatch.title') : t(`empty.${state}`)}
            text={isFiltered ? t('noMatch.text') : t('empty.text')}
          />
        }
      />
      {settling && <SettleDialog case={settling} onClose={() => setSettling(null)} />}
    </>
  );
}

const TONE = { review: 'warn', suspension: 'bad', reinstatement: 'good' } as const;

function useColumns(onSettle: (line: StandingCase) => void): Column<StandingCase>[] {
  const { t } = useTranslation('standing');
  const language = currentLanguage();
  return [
    {
      key: 'name',
      header: t('column.name'),
      cell: (row) => (
        <div>
          <bdi className={classes.name}>{row.fullName}</bdi>
          <span className={classes.under}>
            {row.number} · {language === 'id' ? row.groupNameId : row.groupNameEn}
          </span>
        </div>
      ),
    },
    {
      key: 'change',
      header: t('column.change'),
      cell: (row) => (
        <>
          {t(`change.${row.change}`)}
          <span className={classes.under}>
            {row.kind
              ? `${t(`kind.${row.kind}`)} ${row.credentialNumber ?? row.title ?? ''}`
              : t(row.hasDisclosure ? 'kind.disclosure' : 'kind.code')}
          </span>
          {row.renewalId && row.credentialId && row.state === 'open' && (
            <TextLink
              to="/standing/renewals/$renewalId"
              params={{ renewalId: row.renewalId }}
              search={{ credential: row.credentialId }}
              aria-label={t('actions.lookAtOf', { name: row.fullName })}
            >
              {t('actions.lookAt')}
            </TextLink>
          )}
          {row.findings[0] && <span className={classes.under}>{row.findings[0][language]}</span>}
        </>
      ),
    },
    {
      key: 'proposal',
      header: t('column.proposal'),
      cell: (row) => <StatusTag tone={TONE[row.proposal]}>{t(`proposal.${row.proposal}`)}</StatusTag>,
    },
    {
      key: 'since',
      header: t('column.since'),
      cell: (row) => <DateText value={row.openedAt} style="short" />,
    },
    { key: 'act', header: t('column.act'), cell: (row) => <Outcome line={row} onSettle={onSettle} /> },
  ];
}

function Outcome({ line, onSettle }: { line: StandingCase; onSettle: (line: StandingCase) => void }) {
  const { t } = useTranslation('standing');
  if (line.verdict) {
    return (
      <>
        {t(`verdict.${line.verdict}`)}
        <span className={classes.under}>
          {line.settledBy ?? t('bySource')}: {line.settledReason}
        </span>
      </>
    );
  }
  if (line.verdicts.length === 0) return t('waits');
  return (
    <Button
      variant="default"
      onClick={() => onSettle(line)}
      aria-label={t('settleOf', { name: line.fullName })}
    >
      {t('actions.settle')}
    </Button>
  );
}
