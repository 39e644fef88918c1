import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { SelectField } from '../../ui/form';
import { LoadingState } from '../../ui/loading-state';
import { useHeldGroups } from '../directory/held-groups';

interface GroupPartProps {
  /** From the address. */
  asked: string | undefined;
  to: '/verification-rules' | '/standing-rules';
  children: (group: { id: string; name: string }) => ReactNode;
}

/** Whose rules: the only group one publishes for, or one of several, kept in the address. */
export function GroupPart({ asked, to, children }: GroupPartProps) {
  const { t } = useTranslation('office-rules');
  const navigate = useNavigate();
  const { groups, error, refetch } = useHeldGroups('rules.publish');
  if (error && !groups) return <ErrorState error={error} onRetry={refetch} />;
  if (!groups) return <LoadingState lines={6} />;
  const named = groups.map(({ id, nameId, nameEn }) => ({
    id,
    name: currentLanguage() === 'id' ? nameId : nameEn,
  }));
  const group = named.find(({ id }) => id === asked) ?? named[0];
  if (!group) return <EmptyState kind="no-permission" title={t('noPower')} text={t('noPowerText')} />;
  return (
    <>
      {named.length > 1 && (
        <SelectField
          name="group"
          label={t('group')}
          hint={t('groupHint')}
          empty={t('group')}
          value={group.id}
          error={undefined}
          onChange={(id) => void navigate({ to, search: { group: id || undefined } })}
          choices={named.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {children(group)}
    </>
  );
}
