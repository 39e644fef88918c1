import type { Reason } from '@himpun/kernel';

/** A place on a page of a file: from its top left corner, as shares of its width and height, before any turning. */
export interface Place {
  /** From 1. */
  page: number;
  /** 0 to 1. */
  x: number;
  y: number;
}

/** A case has no more notes than this, a note no more answers. */
export const MOST_NOTES = 200;
export const MOST_REPLIES = 50;
const LONGEST = 2_000;

/** What is wrong with the text of a note or an answer. */
export function noteFaults(text: string): Reason[] {
  const length = text.trim().length;
  return length >= 1 && length <= LONGEST ? [] : [TEXT];
}

/** What is wrong with a place. */
export function placeFaults({ page, x, y }: Place): Reason[] {
  const isOnPage = [x, y].every((share) => share >= 0 && share <= 1);
  return Number.isInteger(page) && page >= 1 && page <= 10_000 && isOnPage ? [] : [PLACE];
}

const TEXT: Reason = {
  code: 'note_text',
  field: 'text',
  text: { id: 'Tulis catatan 1 sampai 2.000 huruf.', en: 'Write a note of 1 to 2,000 characters.' },
};
const PLACE: Reason = {
  code: 'note_place',
  field: 'x',
  text: { id: 'Tempat itu di luar halaman.', en: 'That place is not on the page.' },
};
