import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './dialog.module.css';

interface DialogProps {
  isOpen: boolean;
  title: string;
  children: ReactNode;
  onClose: () => void;
  /** The words of the close button, where closing means something of its own. */
  closeLabel?: string;
  size?: 'md' | 'lg' | 'xl';
}

/** A dialog on top of the page: holds the focus, closes on Escape, gives the focus back. */
export function Dialog({ isOpen, title, children, onClose, closeLabel, size = 'md' }: DialogProps) {
  const { t } = useTranslation('ui');
  return (
    <Modal.Root opened={isOpen} onClose={onClose} size={size} centered>
      <Modal.Overlay />
      <Modal.Content>
        {/* Not the library's own header: a second banner landmark on the page. */}
        <div className={classes.head}>
          <Modal.Title className={classes.title}>{title}</Modal.Title>
          <Modal.CloseButton size={44} aria-label={closeLabel ?? t('dialog.close')} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
