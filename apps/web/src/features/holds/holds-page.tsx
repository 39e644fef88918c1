import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { FilterPanel } from '../../ui/filter-panel';
import { RadioField, TextField } from '../../ui/form';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { Pager } from '../../ui/pager';
import { PlaceHoldDialog } from './hold-dialogs';
import { HoldItem } from './hold-item';
import { HOLDS_PER_PAGE, holdsQuery } from './holds.api';
import classes from './holds.module.css';

const route = getRouteApi('/holds');

/** What keeps documents from being deleted though their time is over: claims, appeals, inquiries. */
export function HoldsPage() {
  const { t } = useTranslation('holds');
  const search = route.useSearch();
  const { data, error, refetch } = useQuery(holdsQuery(search));
  const [isPlacing, setPlacing] = useState(false);
  const isFiltered = search.q !== undefined;
  const empty = isFiltered ? 'noMatch' : search.state === 'released' ? 'noneReleased' : 'none';
  return (
    <>
      <PageTitle
        title={t('title')}
        lead={t('lead')}
        page={search.page}
        actions={<Button onClick={() => setPlacing(true)}>{t('actions.place')}</Button>}
      />
      <HoldFilter key={JSON.stringify(search)} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={4} />}
      {data?.total === 0 && (
        <EmptyState
          kind={isFiltered ? 'no-match' : 'nothing-yet'}
          title={t(`empty.${empty}.title`)}
          text={t(`empty.${empty}.text`)}
        />
      )}
      {data && data.total > 0 && (
        <>
          <ul className={classes.list} aria-label={t('title')}>
            {data.items.map((hold) => (
              <HoldItem key={hold.id} hold={hold} />
            ))}
          </ul>
          <Pager page={search.page ?? 1} pageSize={HOLDS_PER_PAGE} total={data.total} />
        </>
      )}
      {isPlacing && <PlaceHoldDialog onClose={() => setPlacing(false)} />}
    </>
  );
}

function HoldFilter() {
  const { t } = useTranslation('holds');
  const navigate = useNavigate();
  const { state, q } = route.useSearch();
  const [typed, setTyped] = useState(q ?? '');
  const [chosen, setChosen] = useState<string>(state ?? 'standing');
  const show = (next: { state?: 'released'; q?: string }) => void navigate({ to: '/holds', search: next });
  const released = (value: string): 'released' | undefined => (value === 'released' ? value : undefined);
  return (
    <FilterPanel
      applied={[
        ...(q ? [{ key: 'q', label: t('field.name'), value: q }] : []),
        ...(state ? [{ key: 'state', label: t('field.state'), value: t('state.released') }] : []),
      ]}
      onApply={() => show({ state: released(chosen), q: typed.trim() || undefined })}
      onRemove={(key) => show(key === 'q' ? { state } : { q })}
      onClear={() => show({})}
    >
      <TextField
        name="q"
        type="search"
        label={t('field.name')}
        value={typed}
        error={undefined}
        onChange={setTyped}
      />
      <RadioField
        name="state"
        label={t('field.state')}
        value={chosen}
        error={undefined}
        onChange={setChosen}
        choices={['standing', 'released'].map((value) => ({ value, label: t(`state.${value}`) }))}
      />
    </FilterPanel>
  );
}
