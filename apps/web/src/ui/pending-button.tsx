import { Button, type ButtonProps, Loader } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';

interface PendingButtonProps extends ButtonProps {
  isPending: boolean;
  children: ReactNode;
  type?: 'submit' | 'button';
  /** Not called again while pending. */
  onClick?: () => void;
}

const SPINNER_AFTER_MS = 300;

/** A button of an act that takes time: keeps its words, shows a spinner after 300 ms, cannot be pressed twice. */
export function PendingButton({
  isPending,
  type = 'submit',
  onClick,
  children,
  ...button
}: PendingButtonProps) {
  const isSlow = useSlow(isPending);
  return (
    <Button
      {...button}
      type={type}
      aria-disabled={isPending || undefined}
      aria-busy={isPending || undefined}
      leftSection={isSlow ? <Loader size={16} color="currentColor" /> : button.leftSection}
      onClick={(event) => {
        if (isPending) event.preventDefault();
        else onClick?.();
      }}
    >
      {children}
    </Button>
  );
}

function useSlow(isPending: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isPending) {
      setSlow(false);
      return undefined;
    }
    const timer = window.setTimeout(() => setSlow(true), SPINNER_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [isPending]);
  return isSlow;
}
