import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { type AppliedFilter, FilterPanel } from '../../ui/filter-panel';
import { SelectField, TextField } from '../../ui/form';
import { KINDS, type QueueSearch, WAITING_ON, readQueueSearch } from './queue-search';
import { type QueueOptions, optionsQuery } from './queue-views.api';

/** Finds a case by name or reference, by grade and kind of group, or by whom it waits for; written to the address. */
export function QueueFilter({ search }: { search: QueueSearch }) {
  const { t } = useTranslation('review');
  const navigate = useNavigate();
  const { data: options } = useQuery(optionsQuery);
  const [q, setQ] = useState(search.q ?? '');
  const [waiting, setWaiting] = useState<string>(search.waiting ?? '');
  const [grade, setGrade] = useState(search.grade ?? '');
  const [kind, setKind] = useState<string>(search.kind ?? '');
  const show = (changed: Record<string, unknown>) =>
    void navigate({
      to: '/review',
      search: readQueueSearch({ ...search, tab: search.tab ?? 'team', page: undefined, ...changed }),
    });
  return (
    <FilterPanel
      applied={useApplied(search, options)}
      onApply={() => show({ q: q.trim(), waiting, grade, kind })}
      onRemove={(key) => show({ [key]: undefined })}
      onClear={() =>
        show({ q: undefined, waiting: undefined, group: undefined, grade: undefined, kind: undefined })
      }
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
      <SelectField
        name="grade"
        label={t('filter.grade')}
        empty={t('filter.anyGrade')}
        value={grade}
        error={undefined}
        onChange={setGrade}
        choices={(options?.grades ?? []).map((one) => ({ value: one.id, label: gradeInWords(one) }))}
      />
      <SelectField
        name="kind"
        label={t('filter.kind')}
        empty={t('filter.anyKind')}
        value={kind}
        error={undefined}
        onChange={setKind}
        choices={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
    </FilterPanel>
  );
}

function useApplied(search: QueueSearch, options: QueueOptions | undefined): AppliedFilter[] {
  const { t } = useTranslation('review');
  const isIndonesian = currentLanguage() === 'id';
  const grade = options?.grades.find(({ id }) => id === search.grade);
  const group = options?.groups.find(({ id }) => id === search.group);
  const values = {
    q: search.q,
    waiting: search.waiting && t(`waiting.${search.waiting}`),
    group: search.group && ((isIndonesian ? group?.nameId : group?.nameEn) ?? '…'),
    grade: search.grade && (grade ? gradeInWords(grade) : '…'),
    kind: search.kind && t(`kind.${search.kind}`),
  };
  return Object.entries(values).flatMap(([key, value]) =>
    value ? [{ key, label: t(`filter.${key}`), value }] : [],
  );
}

function gradeInWords(grade: QueueOptions['grades'][number]): string {
  return currentLanguage() === 'id'
    ? `${grade.groupNameId}: ${grade.nameId}`
    : `${grade.groupNameEn}: ${grade.nameEn}`;
}
