import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AppliedFilter, FilterPanel } from '../../ui/filter-panel';
import { SelectField, TextField } from '../../ui/form';
import { CERTIFICATE_KINDS, ISSUED_STATES, type IssuedSearch } from './certificates.api';

/** What of the issued certificates is shown; in the address, and as chips. */
export function IssuedFilter({ search, applied }: { search: IssuedSearch; applied: AppliedFilter[] }) {
  const { t } = useTranslation('certificates');
  const navigate = useNavigate();
  const [fields, setFields] = useState({
    q: search.q ?? '',
    state: search.state ?? '',
    kind: search.kind ?? '',
  });
  const field = (name: keyof typeof fields) => ({
    name,
    value: fields[name],
    error: undefined,
    onChange: (value: string) => setFields((before) => ({ ...before, [name]: value })),
  });
  const go = (next: IssuedSearch) => void navigate({ to: '/office/certificates', search: next });
  return (
    <FilterPanel
      applied={applied}
      onRemove={(key) => go({ ...search, [key]: undefined, page: undefined })}
      onClear={() => go({})}
      onApply={() =>
        go({
          q: fields.q.trim() || undefined,
          state: ISSUED_STATES.find((state) => state === fields.state),
          kind: CERTIFICATE_KINDS.find((kind) => kind === fields.kind),
        })
      }
    >
      <TextField {...field('q')} label={t('filter.q')} type="search" maxLength={200} />
      <SelectField
        {...field('state')}
        label={t('filter.state')}
        empty={t('filter.anyState')}
        choices={ISSUED_STATES.map((state) => ({ value: state, label: t(`state.${state}`) }))}
      />
      <SelectField
        {...field('kind')}
        label={t('filter.kind')}
        empty={t('filter.anyKind')}
        choices={CERTIFICATE_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
    </FilterPanel>
  );
}

/** The filters in force, in words. */
export function useAppliedFilters(search: IssuedSearch): AppliedFilter[] {
  const { t } = useTranslation('certificates');
  return [
    ...(search.q ? [{ key: 'q', label: t('filter.q'), value: search.q }] : []),
    ...(search.state ? [{ key: 'state', label: t('filter.state'), value: t(`state.${search.state}`) }] : []),
    ...(search.kind ? [{ key: 'kind', label: t('filter.kind'), value: t(`kind.${search.kind}`) }] : []),
  ];
}
