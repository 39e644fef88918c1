import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './door.module.css';
import { canScan, useCamera } from './use-camera';

interface ScannerProps {
  /** A verdict is shown: nothing is read meanwhile. */
  isPaused: boolean;
  onCode: (text: string) => void;
}

/** The camera, where the browser reads QR codes by itself; elsewhere words that say what to do instead. */
export function Scanner({ isPaused, onCode }: ScannerProps) {
  const { t } = useTranslation('check-in');
  const [isOn, setOn] = useState(false);
  const { video, state } = useCamera(isOn && !isPaused, onCode);
  if (!canScan()) return <p className={classes.note}>{t('camera.none')}</p>;
  return (
    <div className={classes.scanner}>
      {isOn && (
        <video ref={video} muted playsInline className={classes.video} aria-label={t('camera.view')} />
      )}
      {state === 'refused' && <p role="alert">{t('camera.refused')}</p>}
      <Button fullWidth size="lg" onClick={() => setOn(!isOn)}>
        {isOn ? t('actions.stopCamera') : t('actions.scan')}
      </Button>
    </div>
  );
}
