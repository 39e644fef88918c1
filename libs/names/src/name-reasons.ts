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
  particle: reason(
    'particle',
    'Kata sandang seperti “al” atau “de” hanya ada di salah satu nama.',
    'A particle such as “al” or “de” stands in one of the two only.',
  ),
  other_order: reason('other_order', 'Urutan katanya berbeda.', 'The words stand in another order.'),
  initial: reason('initial', 'Ada kata yang disingkat.', 'A word is shortened.'),
  nickname: reason(
    'nickname',
    'Salah satunya memakai nama panggilan.',
    'One of the two uses an everyday short name.',
  ),
  masked: reason(
    'masked',
    'Sumber menyamarkan sebagian nama, jadi hanya sebagian yang dapat dibandingkan.',
    'The source masks part of the name, so only part of it can be compared.',
  ),
  letters_differ: reason('letters_differ', 'Beberapa huruf berbeda.', 'Some letters differ.'),
  sounds_alike: reason(
    'sounds_alike',
    'Ada kata yang bunyinya mirip tetapi ditulis dengan huruf lain.',
    'A word sounds alike but is written with other letters.',
  ),
  accents_differ: reason(
    'accents_differ',
    'Tanda pada hurufnya berbeda.',
    'The marks on the letters differ.',
  ),
  odd_signs: reason(
    'odd_signs',
    'Ada angka di antara huruf, atau huruf dari dua aksara dalam satu kata.',
    'There are digits among the letters, or letters of two alphabets in one word.',
  ),
  other_script: reason(
    'other_script',
    'Namanya ditulis dengan aksara yang tidak dapat dibandingkan huruf demi huruf.',
    'The names are written in scripts that cannot be compared letter by letter.',
  ),
  single_name: reason(
    'single_name',
    'Salah satu nama hanya satu kata.',
    'One of the two names is a single word.',
  ),
  common_names: reason(
    'common_names',
    'Yang sama hanya nama yang dipakai sangat banyak orang.',
    'They agree only in names that very many people bear.',
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
  generation_differs: reason(
    'generation_differs',
    'Keterangan generasi (Jr., Sr., II, III) berbeda atau hanya ada di salah satu nama.',
    'The generation (Jr., Sr., II, III) differs or stands in one of the two only.',
  ),
  gender_differs: reason(
    'gender_differs',
    'Sebutan (misalnya H./Hj., bin/binti, I/Ni) menunjuk pada laki-laki dan perempuan.',
    'Forms of address (such as H./Hj., bin/binti, I/Ni) say a man in one and a woman in the other.',
  ),
  other_name: reason(
    'other_name',
    'Cocok dengan nama lain yang disebut di samping nama utama (alias, nama lahir).',
    'It fits another name given beside the main one (an alias, a name at birth).',
  ),
  too_long: reason(
    'too_long',
    'Teksnya terlalu panjang untuk sebuah nama.',
    'The text is too long for a name.',
  ),
} as const;

export type NameReasonCode = keyof typeof NAME_REASONS;
