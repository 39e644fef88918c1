import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { reachStore } from '../../api/reach';
import classes from './banners.module.css';

/** Shown while the browser knows that it has no connection, or that the server does not answer. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const isOnline = useSyncExternalStore(subscribeToNetwork, () => navigator.onLine);
  const isReached = useSyncExternalStore(reachStore.subscribe, reachStore.read);
  const isLost = !isOnline || !isReached;
  return (
    <div role="status" data-no-print>
      {isLost && <p className={classes.lost}>{isOnline ? t('connection.down') : t('connection.lost')}</p>}
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
