import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { reachStore } from '../../api/reach';
import classes from './banners.module.css';

/** Shown while the browser knows that it has no connection, or that the server does not answer. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const isOnline = useSyncExternalStore(subscribeToNetwork, () => navigator.onLine);
  const isReached = useSyncExternalStore(reachStore.subscribe, reachStore.read);
  const lost = isOnline ? (isReached ? null : 'connection.down') : 'connection.lost';
  return (
    <div role="status" data-no-print>
      {lost && <p className={classes.lost}>{t(lost)}</p>}
    </div>
  );
}

function subscribeToNetwork(update: () => void): () => void {
  window.addEventListener('online', update);
  window.addEventListener('offline', update);
  return () => {
    window.removeEventListener('online', update);
    window.removeEventListener('offline', update);
  };
}
