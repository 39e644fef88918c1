import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { applicationQuery } from '../apply/apply.api';
import { discard } from './credentials.api';

interface DiscardProps {
  credentialId: string;
  applicationId: string;
  requirementId: string;
}

/** Takes a credential out of an application, after asking. */
export function DiscardButton({ credentialId, applicationId, requirementId }: DiscardProps) {
  const { t } = useTranslation('credentials');
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
        {t('actions.discard')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('discard.title')}
        verb={t('actions.discard')}
        isDangerous
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          await discard(applicationId, requirementId, credentialId);
          await queryClient.invalidateQueries({ queryKey: applicationQuery(applicationId).queryKey });
        }}
      >
        {t('discard.text')}
      </ConfirmDialog>
    </>
  );
}
