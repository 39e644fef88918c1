import { useTranslation } from 'react-i18next';
import { QrImage } from '../../ui/qr-image';
import classes from './activity-page.module.css';

/** The code shown at the door: as QR and as text that can be read aloud. */
export function Ticket({ code }: { code: string }) {
  const { t } = useTranslation('programmes');
  return (
    <div className={classes.ticket}>
      <QrImage text={code} label={t('ticket.qr', { code })} size={190} />
      <p className={classes.code}>{code}</p>
      <p className={classes.hint}>{t('ticket.hint')}</p>
    </div>
  );
}
