import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { LoadingState } from '../../ui/loading-state';
import { roomCodeQuery } from './check-in.api';
import classes from './door.module.css';

interface RoomScreenProps {
  activityId: string;
  sessionId: string;
  onClose: () => void;
}

/** The code for the room's screen: participants type it on their own phones. */
export function RoomScreen({ activityId, sessionId, onClose }: RoomScreenProps) {
  const { t } = useTranslation('check-in');
  const { data, error } = useQuery(roomCodeQuery(activityId, sessionId));
  return (
    <Dialog isOpen onClose={onClose} title={t('room.title')} size="lg">
      {error && <ErrorState error={error} />}
      {!data && !error && <LoadingState lines={2} />}
      {data && (
        <p className={classes.roomCode} aria-live="polite">
          {data.code}
        </p>
      )}
      <p>{t('room.text')}</p>
    </Dialog>
  );
}
