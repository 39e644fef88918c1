import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../shortcuts';
import { type PinnedNote, moveNote, notesQuery, pinNote } from './notes.api';
import type { Point } from './place';

/** A note that is being placed: a new one, or one's own that moves. */
export interface Draft extends Point {
  page: number;
  note: PinnedNote | null;
}

/** The notes of one file, and the one that is being placed. */
export interface FileNotes {
  applicationId: string;
  list: readonly PinnedNote[];
  draft: Draft | null;
  begin: (note: PinnedNote | null) => void;
  place: (point: Point) => void;
  keep: (text: string) => Promise<void>;
  drop: () => void;
  refresh: () => Promise<void>;
}

export const DRAFT_MARKER = 'note-draft';
export const DRAFT_TEXT = 'field-noteText';

const MIDDLE: Point = { x: 0.5, y: 0.5 };

/** @param page the page that is shown, from 1. */
export function useFileNotes(applicationId: string, fileId: string, page: number): FileNotes {
  const { t } = useTranslation('review');
  const queryClient = useQueryClient();
  const { data } = useQuery(notesQuery(applicationId));
  const [draft, setDraft] = useState<Draft | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['review'] });
  const begin = (note: PinnedNote | null) => {
    setDraft({ page, ...MIDDLE, ...(note && { page: note.page, x: note.x, y: note.y }), note });
    // The marker comes with the draft.
    requestAnimationFrame(() => document.getElementById(DRAFT_MARKER)?.focus());
  };
  useShortcuts(t('keys.notes'), [{ keys: 'm', label: t('keys.pinNote'), run: () => begin(null) }]);
  return {
    applicationId,
    list: (data ?? []).filter((note) => note.fileId === fileId),
    draft,
    begin,
    place: (point) => setDraft((before) => before && { ...before, ...point, page }),
    keep: async (text) => {
      if (!draft) return;
      const { x, y, note } = draft;
      const place = { page: draft.page, x, y };
      await (note
        ? moveNote(applicationId, note, place)
        : pinNote(applicationId, { ...place, fileId, text }));
      setDraft(null);
      await refresh();
    },
    drop: () => setDraft(null),
    refresh,
  };
}
