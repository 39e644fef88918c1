import { useTranslation } from 'react-i18next';
import type { EvidenceFile } from './review.api';
import classes from './evidence.module.css';
import { useLook, ViewerTools } from './viewer-tools';

/** A picture of evidence: zoom, turn, scroll. */
export function ImageView({ file }: { file: EvidenceFile }) {
  const { t } = useTranslation('review');
  const look = useLook();
  return (
    <>
      <ViewerTools look={look} file={file} />
      <div className={classes.canvas} tabIndex={0} role="region" aria-label={file.name}>
        <img
          src={`/api/files/${file.id}/view`}
          alt={t('evidence.imageOf', { name: file.name })}
          style={{ width: `${look.zoom}%`, transform: `rotate(${look.turn}deg)` }}
        />
      </div>
    </>
  );
}
