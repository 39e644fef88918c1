import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { toast } from '../../ui/toast';
import { KeepViewDialog } from './keep-view-dialog';
import { searchOfFilter } from './queue-search';
import { type KeptView, openWithView, removeView } from './queue-views.api';

/** What one can do with the view that is shown: open the queue with it, and change or delete one's own. */
export function ViewActs({ view }: { view: KeptView }) {
  const { t } = useTranslation('review');
  const queryClient = useQueryClient();
  const [dialog, setDialog] = useState<'change' | 'remove' | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['review', 'views'] });
  const openWith = useMutation({
    mutationFn: () => openWithView(view.isDefault ? undefined : view.id),
    onSuccess: () =>
      toast.good(t(view.isDefault ? 'views.openedWhole' : 'views.opened', { name: view.name })),
    onError: (error) => toast.problem(error),
    onSettled: refresh,
  });
  return (
    <>
      {view.filter && (
        <Button variant="subtle" size="sm" loading={openWith.isPending} onClick={() => openWith.mutate()}>
          {t(view.isDefault ? 'views.actions.openWhole' : 'views.actions.openWith')}
        </Button>
      )}
      {view.isOwn && view.filter && (
        <Button variant="subtle" size="sm" onClick={() => setDialog('change')}>
          {t('views.actions.change')}
        </Button>
      )}
      {view.isOwn && (
        <Button variant="subtle" size="sm" onClick={() => setDialog('remove')}>
          {t('views.actions.remove')}
        </Button>
      )}
      {view.filter && (
        <KeepViewDialog
          view={view}
          search={searchOfFilter(view.filter)}
          isOpen={dialog === 'change'}
          onClose={() => setDialog(null)}
        />
      )}
      <ConfirmDialog
        isOpen={dialog === 'remove'}
        title={t('views.remove', { name: view.name })}
        verb={t('views.actions.remove')}
        isDangerous
        onConfirm={async () => {
          await removeView(view.id);
          await refresh();
        }}
        onClose={() => setDialog(null)}
      >
        <p>{t(view.groupId ? 'views.removeShared' : 'views.removeOwn')}</p>
      </ConfirmDialog>
    </>
  );
}
