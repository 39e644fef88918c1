import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AppliedFilter, FilterPanel } from '../../ui/filter-panel';
import {
  DateField,
  type DateParts,
  NO_DATE,
  SelectField,
  TextField,
  datePartsOf,
  isoDateOf,
} from '../../ui/form';
import { formatDate } from '../../ui/format';
import { type ActivitySearch, KINDS, type Kind } from './programmes.api';
import { usePair } from './use-text';

interface Fields {
  q: string;
  kind: string;
  from: DateParts;
  to: DateParts;
}

/** The catalogue's filters; what is in force stands in the address and as chips. */
export function CatalogueFilter({ search }: { search: ActivitySearch }) {
  const { t } = useTranslation('programmes');
  const navigate = useNavigate();
  const [fields, setFields] = useState<Fields>({
    q: search.q ?? '',
    kind: search.kind ?? '',
    from: search.from ? datePartsOf(search.from) : NO_DATE,
    to: search.to ? datePartsOf(search.to) : NO_DATE,
  });
  const field = <Name extends keyof Fields>(name: Name) => ({
    name,
    value: fields[name],
    error: undefined,
    onChange: (value: Fields[Name]) => setFields((before) => ({ ...before, [name]: value })),
  });
  const go = (next: ActivitySearch) => void navigate({ to: '/activities', search: next });
  const without = (key: string): ActivitySearch => ({ ...search, [key]: undefined, page: undefined });
  const applied = useAppliedFilters(search);
  return (
    <FilterPanel
      applied={applied}
      onRemove={(key) => go(without(key))}
      onClear={() => go({})}
      onApply={() =>
        go({
          ...search,
          page: undefined,
          q: fields.q.trim() || undefined,
          kind: (fields.kind || undefined) as Kind | undefined,
          from: isoDateOf(fields.from) ?? undefined,
          to: isoDateOf(fields.to) ?? undefined,
        })
      }
    >
      <TextField {...field('q')} label={t('filter.q')} type="search" maxLength={200} />
      <SelectField
        {...field('kind')}
        label={t('filter.kind')}
        empty={t('filter.anyKind')}
        choices={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <DateField {...field('from')} label={t('filter.from')} optional />
      <DateField {...field('to')} label={t('filter.to')} optional />
    </FilterPanel>
  );
}

/** The filters in force, in words. */
export function useAppliedFilters(search: ActivitySearch): AppliedFilter[] {
  const { t } = useTranslation('programmes');
  const { language } = usePair();
  return [
    ...(search.q ? [{ key: 'q', label: t('filter.q'), value: search.q }] : []),
    ...(search.kind ? [{ key: 'kind', label: t('filter.kind'), value: t(`kind.${search.kind}`) }] : []),
    ...(search.from
      ? [{ key: 'from', label: t('filter.from'), value: formatDate(search.from, language, 'short') }]
      : []),
    ...(search.to
      ? [{ key: 'to', label: t('filter.to'), value: formatDate(search.to, language, 'short') }]
      : []),
  ];
}
