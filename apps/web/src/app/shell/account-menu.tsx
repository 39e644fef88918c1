import { Link } from '@tanstack/react-router';
import { IconChevronDown, IconInbox, IconKeyboard, IconLogout, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { showPanel } from '../../features/shortcuts/panels';
import type { Session } from '../session';
import { useSignOut } from '../use-sign-out';
import classes from './account-menu.module.css';
import { useDisclosure } from './use-disclosure';

/** Who is signed in; account page and signing out. */
export function AccountMenu({ session }: { session: Session }) {
  const { t } = useTranslation();
  const menu = useDisclosure({ closesOutside: true });
  const signOut = useSignOut();
  const { fullName } = session.person;
  const showShortcuts = () => {
    menu.close();
    showPanel('help');
  };
  return (
    <div className={classes.anchor}>
      <button
        {...menu.button}
        className={classes.button}
        aria-label={t('header.account', { name: fullName })}
      >
        <span className={classes.initials} data-initials={initialsOf(fullName)} aria-hidden />
        <IconChevronDown size={16} aria-hidden />
      </button>
      {menu.isOpen && (
        <div id={menu.panel.id} ref={menu.panel.ref as React.Ref<HTMLDivElement>} className={classes.panel}>
          <p className={classes.who}>
            <strong>{fullName}</strong>
            <span>{session.account.email}</span>
          </p>
          <Link to="/account" className={classes.item}>
            <IconUser size={18} aria-hidden />
            {t('account.open')}
          </Link>
          <button type="button" className={classes.item} onClick={showShortcuts}>
            <IconKeyboard size={18} aria-hidden />
            {t('shortcuts.open')}
          </button>
          {session.demo && (
            <Link to="/inbox" className={classes.item}>
              <IconInbox size={18} aria-hidden />
              {t('demo.inbox')}
            </Link>
          )}
          <button type="button" className={classes.item} onClick={() => void signOut()}>
            <IconLogout size={18} aria-hidden />
            {t('account.actions.signOut')}
          </button>
        </div>
      )}
    </div>
  );
}

/** First letters of the first two words; one for a person with a single name. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  return words
    .slice(0, 2)
    .map((word) => Array.from(word)[0] ?? '')
    .join('')
    .toUpperCase();
}
