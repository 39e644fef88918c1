import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../language';
import { type NavEntry, navigationFor } from '../navigation';
import { useSession } from '../session';
import classes from './nav-list.module.css';

interface NavListProps {
  /** Called after a choice, so that a phone's menu can close. */
  onChoose?: () => void;
}

/** The person's navigation in its sections. */
export function NavList({ onChoose }: NavListProps) {
  const { t } = useTranslation();
  const session = useSession() ?? null;
  const entries = navigationFor(session);
  const sections = session ? (['mine', 'office', 'public'] as const) : (['public'] as const);
  return sections.map((section) =>
    entries[section].length === 0 ? null : (
      <div key={section} className={classes.section}>
        {session && <p className={classes.heading}>{t(`nav.${section}`)}</p>}
        <ul className={classes.list}>
          {entries[section].map((entry) => (
            <NavItem key={entry.to} entry={entry} onChoose={onChoose} />
          ))}
        </ul>
      </div>
    ),
  );
}

function NavItem({ entry, onChoose }: { entry: NavEntry; onChoose?: () => void }) {
  const Icon = entry.icon;
  return (
    <li>
      <Link
        to={entry.to}
        className={classes.link}
        activeOptions={{ exact: entry.to === '/' }}
        onClick={onChoose}
      >
        <Icon size={20} stroke={1.75} aria-hidden />
        <span>{entry.label[currentLanguage()]}</span>
      </Link>
    </li>
  );
}
