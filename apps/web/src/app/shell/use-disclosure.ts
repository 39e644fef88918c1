import { useLocation } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';

/** A button that opens a panel below itself; closes on Escape, on leaving the page and, if asked, on a click outside. */
export function useDisclosure({ closesOutside = false } = {}) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLElement>(null);
  const path = useLocation({ select: (location) => location.pathname });

  useEffect(() => setOpen(false), [path]);
  useEffect(() => {
    if (!isOpen) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    const onPress = (event: PointerEvent) => {
      const inside = [button, panel].some((part) => part.current?.contains(event.target as Node));
      if (closesOutside && !inside) setOpen(false);
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onPress);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onPress);
    };
  }, [isOpen, closesOutside]);

  return {
    isOpen,
    close: () => setOpen(false),
    button: {
      ref: button,
      type: 'button' as const,
      'aria-expanded': isOpen,
      'aria-controls': isOpen ? id : undefined,
      onClick: () => setOpen((open) => !open),
    },
    panel: { id, ref: panel },
  };
}
