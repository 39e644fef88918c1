import type { NoteReply, PinnedNote } from '@himpun/membership';

/** An answer to a note. */
export class NoteReplyView {
  id: string;
  /** ISO 8601 instant. */
  at: string;
  by: string;
  text: string;

  static of({ id, at, by, text }: NoteReply): NoteReplyView {
    return Object.assign(new NoteReplyView(), { id, at: new Date(at).toISOString(), by, text });
  }
}

/** A note on a place of an evidence file. */
export class PinnedNoteView {
  id: string;
  version: number;
  fileId: string;
  /** In the case, from 1. */
  number: number;
  page: number;
  /** Shares of the page's width and height, from its top left corner. */
  x: number;
  y: number;
  text: string;
  by: string;
  /** Only its author moves it. */
  isOwn: boolean;
  /** ISO 8601 instant. */
  at: string;
  /** When it was dealt with; null while it is open. */
  resolvedAt: string | null;
  resolvedBy: string | null;
  replies: NoteReplyView[];

  static of(note: PinnedNote): PinnedNoteView {
    const { id, version, fileId, number, page, x, y, text, by, isOwn, resolvedBy } = note;
    return Object.assign(new PinnedNoteView(), {
      ...{ id, version, fileId, number, page, x, y, text, by, isOwn, resolvedBy },
      at: note.createdAt.toISOString(),
      resolvedAt: note.resolvedAt?.toISOString() ?? null,
      replies: note.replies.map((reply) => NoteReplyView.of(reply)),
    });
  }
}

/** Something new and where it is found. */
export class NewNoteView {
  id: string;
}
