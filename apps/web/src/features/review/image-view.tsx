import { useTranslation } from 'react-i18next';
import type { EvidenceFile } from './review.api';
import classes from './evidence.module.css';
import { NoteLayer } from './notes/note-layer';
import { NotePanel } from './notes/note-panel';
import { useFileNotes } from './notes/use-file-notes';
import { useLook, ViewerTools } from './viewer-tools';

/** One file of a case, shown. */
export interface FileViewProps {
  file: EvidenceFile;
  applicationId: string;
  /** Every page of it was on the screen. */
  onSeen: () => void;
}

/** A picture of evidence: zoom, turn, scroll, notes pinned on it. */
export function ImageView({ file, applicationId, onSeen }: FileViewProps) {
  const { t } = useTranslation('review');
  const look = useLook();
  const notes = useFileNotes(applicationId, file.id, 1);
  return (
    <>
      <ViewerTools look={look} file={file} />
      <div className={classes.canvas} tabIndex={0} role="region" aria-label={file.name}>
        <div
          className={classes.picture}
          style={{ width: `${look.zoom}%`, transform: `rotate(${look.turn}deg)` }}
        >
          <img
            src={`/api/files/${file.id}/view`}
            alt={t('evidence.imageOf', { name: file.name })}
            onLoad={onSeen}
          />
          {/* The picture is turned as a whole, and its notes with it. */}
          <NoteLayer notes={notes} page={1} turn={0} />
        </div>
      </div>
      <NotePanel notes={notes} onShow={(_, noteId) => document.getElementById(`note-${noteId}`)?.focus()} />
    </>
  );
}
