import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AppliedFilter, FilterPanel } from '../../ui/filter-panel';
import { SelectField, TextField } from '../../ui/form';
import { KINDS, PROPOSALS, type StandingSearch, WITHIN, readStandingSearch } from './standing-search';

/** Finds by name, and by what is proposed or how soon something ends; written to the address. */
export function StandingFilter({ search }: { search: StandingSearch }) {
  const { t } = useTranslation('standing');
  const navigate = useNavigate();
  const isExpiring = search.tab === 'expiring';
  const [q, setQ] = useState(search.q ?? '');
  const [proposal, setProposal] = useState<string>(search.proposal ?? '');
  const [within, setWithin] = useState<string>(search.within ?? '');
  const [kind, setKind] = useState<string>(search.kind ?? '');
  const show = (changed: Record<string, unknown>) =>
    void navigate({
      to: '/standing',
      search: readStandingSearch({ ...search, page: undefined, ...changed }),
    });
  const chip = (key: string, value: string | undefined, words: (value: string) => string): AppliedFilter[] =>
    value ? [{ key, label: t(`filter.${key}`), value: words(value) }] : [];
  const applied = [
    ...chip('q', search.q, (value) => value),
    ...chip('proposal', search.proposal, (value) => t(`proposal.${value}`)),
    ...chip('within', search.within, (value) => t(`within.${value}`)),
    ...chip('kind', search.kind, (value) => t(`kind.${value}`)),
  ];
  return (
    <FilterPanel
      applied={applied}
      onApply={() => show({ q, proposal, within, kind })}
      onRemove={(key) => show({ [key]: undefined })}
      onClear={() => show({ q: undefined, proposal: undefined, within: undefined, kind: undefined })}
    >
      <TextField name="q" type="search" label={t('filter.q')} value={q} error={undefined} onChange={setQ} />
      {isExpiring ? (
        <>
          <SelectField
            name="within"
            label={t('filter.within')}
            empty={t('filter.usual')}
            value={within}
            error={undefined}
            onChange={setWithin}
            choices={WITHIN.map((value) => ({ value, label: t(`within.${value}`) }))}
          />
          <SelectField
            name="kind"
            label={t('filter.kind')}
            empty={t('filter.any')}
            value={kind}
            error={undefined}
            onChange={setKind}
            choices={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        </>
      ) : (
        <SelectField
          name="proposal"
          label={t('filter.proposal')}
          empty={t('filter.any')}
          value={proposal}
          error={undefined}
          onChange={setProposal}
          choices={PROPOSALS.map((value) => ({ value, label: t(`proposal.${value}`) }))}
        />
      )}
    </FilterPanel>
  );
}
