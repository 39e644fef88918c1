import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from '@tanstack/react-router';
import { holds, useSession } from '../../app/session';
import { showPanel, usePanel } from './panels';
import type { Shortcut } from './registry';
import { usePresses } from './use-presses';
import { useShortcuts } from './use-shortcuts';

const HelpDialog = lazy(() => import('./help-dialog'));
const CommandMenu = lazy(() => import('./command-menu'));

/** The keyboard's part of every page of a person who is signed in: what works everywhere, the list, the command menu. */
export default function ShortcutLayer() {
  const { t } = useTranslation();
  const panel = usePanel();
  const navigate = useNavigate();
  const session = useSession();
  usePresses();
  const mayReview = holds(session, 'applications.review') || holds(session, 'applications.decide');
  const queue: Shortcut = {
    keys: 'g q',
    label: t('shortcuts.queue'),
    run: () => void navigate({ to: '/review', search: { tab: 'mine' } }),
  };
  useShortcuts(
    t('shortcuts.everywhere'),
    [
      { keys: 'mod+k', label: t('shortcuts.menu'), run: () => showPanel('menu'), whileTyping: true },
      ...(mayReview ? [queue] : []),
      { keys: '/', label: t('shortcuts.search'), run: () => showPanel('menu') },
      {
        keys: 'mod+enter',
        label: t('shortcuts.send'),
        run: sendFormInFocus,
        whileTyping: true,
        inDialogs: true,
      },
      { keys: '?', label: t('shortcuts.help'), run: () => showPanel('help') },
    ],
    true,
  );
  if (panel === null) return null;
  const close = () => showPanel(null);
  return (
    <Suspense>{panel === 'help' ? <HelpDialog onClose={close} /> : <CommandMenu onClose={close} />}</Suspense>
  );
}

/** As its button would: the form checks itself first, and what cannot be taken back asks once more. */
function sendFormInFocus(): void {
  const form = document.activeElement?.closest('form');
  form?.requestSubmit();
}
