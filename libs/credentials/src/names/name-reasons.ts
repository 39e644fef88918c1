import type { Reason } from '@himpun/kernel';

const reason = (code: string, id: string, en: string): Reason => ({ code, text: { id, en }, field: 'name' });

/** Why two names score as they do, in words. */
export const NAME_REASONS = {
  name_missing: reason('name_missing', 'Salah satu nama kosong.', 'One of the two names is missing.'),
  titles_left_out: reason('titles_left_out', 'Gelar tidak dibandingkan.', 'Titles were left out.'),
  written_together: reason(
    'written_together',
    'Kata yang sama, di salah satunya ditulis serangkai.',
    'The same words, written together in one of the two.',
  ),
  spelling_variant: reason(
    'spelling_variant',
    'Ejaan lama atau bentuk pendek dari nama yang sama.',
    'An older spelling or a short form of the same name.',
  ),
  other_order: reason('other_order', 'Urutan katanya berbeda.', 'The words stand in another order.'),
  initial: reason('initial', 'Ada kata yang disingkat satu huruf.', 'A word is shortened to one letter.'),
  masked: reason(
    'masked',
    'Sumber menyamarkan sebagian nama, jadi hanya sebagian yang dapat dibandingkan.',
    'The source masks part of the name, so only part of it can be compared.',
  ),
  letters_differ: reason('letters_differ', 'Beberapa huruf berbeda.', 'Some letters differ.'),
  single_name: reason(
    'single_name',
    'Salah satu nama hanya satu kata.',
    'One of the two names is a single word.',
  ),
  extra_words: reason(
    'extra_words',
    'Salah satu nama memuat kata tambahan.',
    'One of the two names has further words.',
  ),
  words_differ: reason(
    'words_differ',
    'Ada kata yang sama sekali berbeda.',
    'A word is different altogether.',
  ),
} as const;

export type NameReasonCode = keyof typeof NAME_REASONS;
