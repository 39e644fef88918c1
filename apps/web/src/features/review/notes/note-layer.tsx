import type { KeyboardEvent, MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './notes.module.css';
import { type Point, stepped, turned, unturned } from './place';
import { DRAFT_MARKER, DRAFT_TEXT, type FileNotes } from './use-file-notes';

interface NoteLayerProps {
  notes: FileNotes;
  page: number;
  /** Degrees by which the page is drawn turned. */
  turn: number;
}

/** Over a page: a numbered marker for each note, and the one that is being placed, by click or by arrow keys. */
export function NoteLayer({ notes, page, turn }: NoteLayerProps) {
  const { t } = useTranslation('review');
  const { draft, list } = notes;
  const isPlacing = draft !== null && draft.page === page;
  const placeAt = (event: MouseEvent<HTMLDivElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    notes.place(unturned({ x: (event.clientX - left) / width, y: (event.clientY - top) / height }, turn));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!draft) return;
    const next = stepped(turned(draft, turn), event.key, event.shiftKey);
    if (next) notes.place(unturned(next, turn));
    else if (event.key === 'Enter') document.getElementById(DRAFT_TEXT)?.focus();
    else if (event.key === 'Escape') notes.drop();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className={classes.layer}
      data-placing={isPlacing || undefined}
      onClick={isPlacing ? placeAt : undefined}
    >
      {list
        .filter((note) => note.page === page && note.id !== draft?.note?.id)
        .map((note) => (
          <button
            key={note.id}
            id={`note-${note.id}`}
            type="button"
            className={classes.marker}
            data-resolved={note.resolvedAt !== null || undefined}
            style={at(turned(note, turn))}
            aria-label={t('notes.marker', { number: note.number, text: note.text })}
            onClick={() => document.getElementById(`note-line-${note.id}`)?.focus()}
          >
            {note.number}
          </button>
        ))}
      {isPlacing && (
        <button
          id={DRAFT_MARKER}
          type="button"
          className={classes.marker}
          data-draft
          style={at(turned(draft, turn))}
          aria-label={t('notes.draft')}
          onKeyDown={onKeyDown}
        >
          {draft.note?.number ?? '+'}
        </button>
      )}
    </div>
  );
}

function at({ x, y }: Point) {
  return { left: `${x * 100}%`, top: `${y * 100}%` };
}
