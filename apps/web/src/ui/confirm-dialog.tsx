import { Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog';
import { ErrorState } from './error-state';
import { PendingButton } from './pending-button';

interface ConfirmDialogProps {
  isOpen: boolean;
  /** Names the object: "Tolak permohonan HMP-2026-0042?" */
  title: string;
  /** What will follow, and whether it can be taken back. */
  children: ReactNode;
  /** The verb on the button: "Tolak permohonan". */
  verb: string;
  isDangerous?: boolean;
  /** Closes by itself when done; a refusal stays in the dialog. */
  onConfirm: () => Promise<void>;
  onClose: () => void;
}

/** Asks before what cannot be undone: object, consequence, verb; the safe button has the focus first. */
export function ConfirmDialog({
  isOpen,
  title,
  children,
  verb,
  isDangerous,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const { t } = useTranslation('ui');
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function confirm() {
    setPending(true);
    setError(null);
    try {
      await onConfirm();
      onClose();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setPending(false);
    }
  }

  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title}>
      {children}
      {error !== null && <ErrorState error={error} />}
      <Group mt="lg" gap="sm">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('confirm.actions.cancel')}
        </Button>
        <PendingButton
          type="button"
          isPending={isPending}
          color={isDangerous ? 'red' : undefined}
          onClick={() => void confirm()}
        >
          {verb}
        </PendingButton>
      </Group>
    </Dialog>
  );
}
