import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './banners.module.css';

/** Shown while the browser knows that it has no connection. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const isOnline = useOnline();
  return (
    <div role="status" data-no-print>
      {!isOnline && <p className={classes.lost}>{t('connection.lost')}</p>}
    </div>
  );
}

function useOnline(): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const update = () => setOnline(navigator.onLine);
    window.addEventListener('online', update);
    window.addEventListener('offline', update);
    return () => {
      window.removeEventListener('online', update);
      window.removeEventListener('offline', update);
    };
  }, []);
  return isOnline;
}
