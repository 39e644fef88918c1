import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { type NavEntry, navigationFor } from '../../app/navigation';
import type { Session } from '../../app/session';
import { PageTitle } from '../../ui/page-title';
import { Tasks } from '../standing/tasks';
import { CheckForm } from './check-form';
import classes from './home.module.css';

/** The start of a person who is signed in: the ways that are open to them. */
export function Home({ session }: { session: Session }) {
  const { t } = useTranslation('landing');
  const { mine, office } = navigationFor(session);
  const elsewhere = mine.filter((entry) => entry.to !== '/');
  return (
    <>
      <PageTitle title={t('home.title', { name: session.person.fullName })} lead={t('home.lead')} />
      <Tasks />
      <Ways title={t('home.mine')} entries={elsewhere} />
      <Ways title={t('home.office')} entries={office} />
      <CheckForm />
    </>
  );
}

function Ways({ title, entries }: { title: string; entries: NavEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <section className={classes.ways}>
      <h2>{title}</h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.to}>
            <Link to={entry.to}>
              <entry.icon size={24} stroke={1.75} aria-hidden />
              {entry.label[currentLanguage()]}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
