import { Group, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { Dialog } from '../../ui/dialog';
import { ErrorSummary, SelectField, TextField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import type { QueueSearch } from './queue-search';
import { type KeptView, changeView, filterOf, keepView, optionsQuery } from './queue-views.api';

interface KeepViewDialogProps {
  search: QueueSearch;
  /** The view to change; a new one where there is none. */
  view?: KeptView;
  isOpen: boolean;
  onClose: () => void;
}

/** Keeps the filter of the address under a name, for oneself or for the officers of a group. */
export function KeepViewDialog({ search, view, isOpen, onClose }: KeepViewDialogProps) {
  const { t } = useTranslation('review');
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t(view ? 'views.change' : 'views.keep')}>
      <KeepViewForm search={search} view={view} onDone={onClose} />
    </Dialog>
  );
}

function KeepViewForm({
  search,
  view,
  onDone,
}: Pick<KeepViewDialogProps, 'search' | 'view'> & { onDone: () => void }) {
  const { t } = useTranslation('review');
  const queryClient = useQueryClient();
  const { data: options } = useQuery(optionsQuery);
  const isIndonesian = currentLanguage() === 'id';
  const form = useForm({
    initial: { name: view?.name ?? '', groupId: view?.groupId ?? '' },
    validate: ({ name }) => ({ name: name.trim() === '' ? t('fault.viewName') : undefined }),
    submit: async ({ name, groupId }) => {
      const body = { name: name.trim(), filter: filterOf(search), groupId: groupId || undefined };
      await (view ? changeView(view, body) : keepView(body));
      await queryClient.invalidateQueries({ queryKey: ['review', 'views'] });
      toast.good(t('views.kept', { name: body.name }));
      onDone();
    },
  });
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <ErrorSummary form={form} />
      <Stack gap="lg">
        <TextField {...form.field('name')} label={t('field.viewName')} />
        <SelectField
          {...form.field('groupId')}
          label={t('field.viewGroup')}
          hint={t('field.viewGroupHint')}
          empty={t('field.viewPrivate')}
          choices={(options?.groups ?? []).map(({ id, nameId, nameEn }) => ({
            value: id,
            label: isIndonesian ? nameId : nameEn,
          }))}
        />
      </Stack>
      <Group mt="lg">
        <PendingButton isPending={form.isPending}>{t('views.actions.save')}</PendingButton>
      </Group>
    </form>
  );
}
