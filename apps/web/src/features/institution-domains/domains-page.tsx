import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { FilterPanel } from '../../ui/filter-panel';
import { SelectField, TextField } from '../../ui/form';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { useHeldGroups } from '../directory/held-groups';
import { AddDomainDialog } from './domain-dialogs';
import { DomainLine } from './domain-line';
import { domainsQuery } from './domains.api';
import classes from './domains.module.css';

const route = getRouteApi('/institution-domains');

/** Domains of institutions that officers vouch for: only an address there is sent the one-time link. */
export function DomainsPage() {
  const { t } = useTranslation('institution-domains');
  const { group: asked } = route.useSearch();
  const trusting = useHeldGroups('issuers.trust');
  const checking = useHeldGroups('licences.check');
  const { error, refetch } = trusting;
  const groups = [
    ...new Map([...(trusting.groups ?? []), ...(checking.groups ?? [])].map((one) => [one.id, one])).values(),
  ];
  const group = groups.find(({ id }) => id === asked) ?? groups[0];
  const nameOf = ({ nameId, nameEn }: { nameId: string; nameEn: string }) =>
    currentLanguage() === 'id' ? nameId : nameEn;
  const navigate = useNavigate();
  return (
    <>
      <PageTitle title={t('title')} lead={t('lead')} />
      {error && !trusting.groups && <ErrorState error={error} onRetry={refetch} />}
      {!trusting.groups && !error && <LoadingState lines={4} />}
      {trusting.groups && !group && (
        <EmptyState kind="no-permission" title={t('noPower')} text={t('noPowerText')} />
      )}
      {groups.length > 1 && group && (
        <SelectField
          name="group"
          label={t('group')}
          empty={t('group')}
          value={group.id}
          error={undefined}
          onChange={(id) => void navigate({ to: '/institution-domains', search: { group: id || undefined } })}
          choices={groups.map((one) => ({ value: one.id, label: nameOf(one) }))}
        />
      )}
      {group && (
        <OfGroup
          key={group.id}
          groupId={group.id}
          mayChange={(trusting.groups ?? []).some(({ id }) => id === group.id)}
        />
      )}
    </>
  );
}

function OfGroup({ groupId, mayChange }: { groupId: string; mayChange: boolean }) {
  const { t } = useTranslation('institution-domains');
  const { q } = route.useSearch();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(q ?? '');
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery(domainsQuery(groupId, q));
  const show = (next: string) => {
    setTyped(next);
    void navigate({
      to: '/institution-domains',
      search: (before) => ({ ...before, q: next.trim() || undefined }),
    });
  };
  return (
    <>
      <FilterPanel
        applied={q ? [{ key: 'q', label: t('search'), value: q }] : []}
        onApply={() => show(typed)}
        onRemove={() => show('')}
        onClear={() => show('')}
      >
        <TextField
          name="q"
          type="search"
          label={t('search')}
          value={typed}
          error={undefined}
          onChange={setTyped}
        />
      </FilterPanel>
      {mayChange && (
        <Button variant="default" my="md" onClick={() => setAdding(true)}>
          {t('actions.add')}
        </Button>
      )}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={4} />}
      {data?.length === 0 && (
        <EmptyState
          kind={q ? 'no-match' : 'nothing-yet'}
          title={t(q ? 'noMatch' : 'none')}
          text={t(q ? 'noMatchText' : 'noneText')}
        />
      )}
      <ul className={classes.list} aria-label={t('title')}>
        {data?.map((line) => (
          <DomainLine key={line.id} line={line} mayChange={mayChange} />
        ))}
      </ul>
      {isAdding && <AddDomainDialog groupId={groupId} onClose={() => setAdding(false)} />}
    </>
  );
}
