import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { type Application, applicationsQuery, withdrawApplication } from './apply.api';

/** Takes the application back, after asking. */
export function Withdrawal({ application }: { application: Application }) {
  const { t } = useTranslation('apply');
  const queryClient = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setOpen(true)}>
        {t('actions.withdraw')}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        isDangerous
        title={t('withdraw.title', { reference: application.reference })}
        verb={t('actions.withdraw')}
        onClose={() => setOpen(false)}
        onConfirm={async () => {
          await withdrawApplication(application.id);
          await queryClient.invalidateQueries({ queryKey: applicationsQuery.queryKey });
        }}
      >
        <p>{t('withdraw.text')}</p>
      </ConfirmDialog>
    </>
  );
}
