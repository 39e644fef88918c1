import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AppliedFilter, FilterPanel } from '../../ui/filter-panel';
import { SelectField, TextField } from '../../ui/form';
import { type QueueSearch, WAITING_ON, readQueueSearch } from './queue-search';

/** Finds a case by name or reference, or by whom it waits for; written to the address. */
export function QueueFilter({ search }: { search: QueueSearch }) {
  const { t } = useTranslation('review');
  const navigate = useNavigate();
  const [q, setQ] = useState(search.q ?? '');
  const [waiting, setWaiting] = useState<string>(search.waiting ?? '');
  const show = (changed: Record<string, unknown>) =>
    void navigate({ to: '/review', search: readQueueSearch({ ...search, page: undefined, ...changed }) });
  const applied: AppliedFilter[] = [
    ...(search.q ? [{ key: 'q', label: t('filter.q'), value: search.q }] : []),
    ...(search.waiting
      ? [{ key: 'waiting', label: t('filter.waiting'), value: t(`waiting.${search.waiting}`) }]
      : []),
  ];
  return (
    <FilterPanel
      applied={applied}
      onApply={() => show({ q: q.trim(), waiting })}
      onRemove={(key) => show({ [key]: undefined })}
      onClear={() => show({ q: undefined, waiting: undefined, group: undefined })}
    >
      <TextField
        name="q"
        type="search"
        label={t('filter.q')}
        hint={t('filter.qHint')}
        value={q}
        error={undefined}
        onChange={setQ}
      />
      <SelectField
        name="waiting"
        label={t('filter.waiting')}
        empty={t('filter.anyone')}
        value={waiting}
        error={undefined}
        onChange={setWaiting}
        choices={WAITING_ON.map((value) => ({ value, label: t(`waiting.${value}`) }))}
      />
    </FilterPanel>
  );
}
