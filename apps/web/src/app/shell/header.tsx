import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconMenu2, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../ui/links';
import { useBranding } from '../branding';
import { currentLanguage } from '../language';
import { Mark } from '../mark';
import { navigationFor } from '../navigation';
import { useSession } from '../session';
import { AccountMenu } from './account-menu';
import classes from './header.module.css';
import { LanguageSwitch } from './language-switch';
import { NavList } from './nav-list';
import { ThemeSwitch } from './theme-switch';
import { useDisclosure } from './use-disclosure';

/** Name of the association, public navigation, language, theme and account. */
export function Header() {
  const { t } = useTranslation();
  const session = useSession();
  const menu = useDisclosure();
  return (
    <header className={classes.header} data-no-print>
      <div className={classes.bar}>
        <Brand />
        {!session && <PublicNav />}
        <div className={classes.tools}>
          <LanguageSwitch />
          <div className={classes.wide}>
            <ThemeSwitch />
          </div>
          {session && <AccountMenu session={session} />}
          {session === null && (
            <LinkButton to="/sign-in" size="sm" className={classes.signIn}>
              {t('header.signIn')}
            </LinkButton>
          )}
          <button {...menu.button} className={classes.menuButton}>
            {menu.isOpen ? <IconX size={20} aria-hidden /> : <IconMenu2 size={20} aria-hidden />}
            <span>{t('header.menu')}</span>
          </button>
        </div>
      </div>
      {menu.isOpen && (
        <nav {...menu.panel} className={classes.drawer} aria-label={t('header.main')}>
          <NavList onChoose={menu.close} />
          <div className={classes.drawerTools}>
            {session === null && <LinkButton to="/sign-in">{t('header.signIn')}</LinkButton>}
            <ThemeSwitch withWords />
          </div>
        </nav>
      )}
    </header>
  );
}

function Brand() {
  const { t } = useTranslation();
  const { name, shortName, logoUrl } = useBranding();
  return (
    <Link to="/" className={classes.brand}>
      {logoUrl ? <img src={logoUrl} alt="" height={32} /> : <Mark />}
      <span className={classes.name} data-long>
        {name}
      </span>
      <span className={classes.name} data-short>
        {shortName}
      </span>
      <VisuallyHidden>{t('header.home')}</VisuallyHidden>
    </Link>
  );
}

function PublicNav() {
  const { t } = useTranslation();
  const entries = navigationFor(null).public;
  if (entries.length === 0) return null;
  return (
    <nav className={classes.publicNav} aria-label={t('header.main')}>
      {entries.map((entry) => (
        <Link key={entry.to} to={entry.to} className={classes.publicLink}>
          {entry.label[currentLanguage()]}
        </Link>
      ))}
    </nav>
  );
}
