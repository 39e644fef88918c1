import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { type AppliedFilter, FilterPanel } from '../../ui/filter-panel';
import { SelectField, TextField } from '../../ui/form';
import { type GroupChoice, groupsQuery } from './directory.api';

interface Search {
  q?: string;
  group?: string;
}

/** Whom of the members to show; in the address, and as chips. */
export function DirectoryFilter({ search, applied }: { search: Search; applied: AppliedFilter[] }) {
  const { t } = useTranslation('directory');
  const navigate = useNavigate();
  const groups = useQuery(groupsQuery);
  const [name, setName] = useState(search.q ?? '');
  const [chosen, setChosen] = useState(search.group ?? '');
  const go = (next: Search) => void navigate({ to: '/members', search: next });
  return (
    <FilterPanel
      applied={applied}
      isOpen
      onRemove={(key) => go({ q: search.q, group: search.group, [key]: undefined })}
      onClear={() => go({})}
      onApply={() => go({ q: name.trim() || undefined, group: chosen || undefined })}
    >
      <TextField
        name="q"
        type="search"
        label={t('field.name')}
        value={name}
        error={undefined}
        onChange={setName}
      />
      <SelectField
        name="group"
        label={t('field.group')}
        empty={t('field.anyGroup')}
        value={chosen}
        error={undefined}
        onChange={setChosen}
        choices={(groups.data ?? []).map((one) => ({ value: one.id, label: nameOf(one) }))}
      />
    </FilterPanel>
  );
}

/** The filters in force, in words. */
export function useAppliedFilters(search: Search): AppliedFilter[] {
  const { t } = useTranslation('directory');
  const groups = useQuery(groupsQuery);
  const group = groups.data?.find(({ id }) => id === search.group);
  return [
    ...(search.q ? [{ key: 'q', label: t('field.name'), value: search.q }] : []),
    ...(search.group ? [{ key: 'group', label: t('field.group'), value: group ? nameOf(group) : '…' }] : []),
  ];
}

function nameOf(group: GroupChoice): string {
  return currentLanguage() === 'id' ? group.nameId : group.nameEn;
}
