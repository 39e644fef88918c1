import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useBranding } from '../branding';
import { useSession } from '../session';
import classes from './banners.module.css';

/** Says on every page that nothing here is real. */
export function DemoBanner() {
  const { t } = useTranslation();
  const branding = useBranding();
  const session = useSession();
  if (!branding.demo && !session?.demo) return null;
  return (
    <aside className={classes.demo} aria-label="Demo" data-no-print>
      <span>{t('demo.banner')}</span> <Link to="/inbox">{t('demo.inbox')}</Link>
    </aside>
  );
}
