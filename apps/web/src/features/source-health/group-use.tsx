import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { ErrorState } from '../../ui/error-state';
import { RadioField, SelectField } from '../../ui/form';
import { LoadingState } from '../../ui/loading-state';
import { useHeldGroups } from '../directory/held-groups';
import { GroupSourceLine } from './group-source-line';
import { groupSourcesQuery } from './source-health.api';
import classes from './source-health.module.css';

/** A group as it is named here. */
interface Named {
  id: string;
  nameId: string;
  nameEn: string;
}

/** So many are seen at once; more are a list to open. */
const MOST_SEEN = 7;

/** For officers who keep a group's registers: which sources it uses; nothing for others. */
export function GroupUse() {
  const { t } = useTranslation('source-health');
  const { groups } = useHeldGroups('registers.import');
  const [chosen, setChosen] = useState('');
  const group = groups?.find(({ id }) => id === chosen) ?? groups?.[0];
  if (!groups || !group) return null;
  return (
    <section aria-labelledby="use" className={classes.use}>
      <h2 id="use">{t('use.title')}</h2>
      <p>{t('use.lead')}</p>
      {groups.length > 1 && <GroupChoice groups={groups} value={group.id} onChoose={setChosen} />}
      <GroupSources key={group.id} group={group} />
    </section>
  );
}

interface GroupChoiceProps {
  groups: readonly Named[];
  value: string;
  onChoose: (id: string) => void;
}

function GroupChoice({ groups, value, onChoose }: GroupChoiceProps) {
  const { t } = useTranslation('source-health');
  const field = {
    name: 'group',
    label: t('use.group'),
    hint: t('use.groupHint'),
    value,
    error: undefined,
    onChange: (id: string) => {
      if (id !== '') onChoose(id);
    },
    choices: groups.map((one) => ({ value: one.id, label: nameOf(one) })),
  };
  return groups.length > MOST_SEEN ? (
    <SelectField {...field} empty={t('use.group')} />
  ) : (
    <RadioField {...field} />
  );
}

function GroupSources({ group }: { group: Named }) {
  const { t } = useTranslation('source-health');
  const { data, error, refetch } = useQuery(groupSourcesQuery(group.id));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState lines={4} />;
  return (
    <ul className={classes.sources} aria-label={t('use.caption', { group: nameOf(group) })}>
      {data.map((source) => (
        <GroupSourceLine key={source.id} source={source} groupId={group.id} groupName={nameOf(group)} />
      ))}
    </ul>
  );
}

function nameOf({ nameId, nameEn }: Named): string {
  return currentLanguage() === 'id' ? nameId : nameEn;
}
