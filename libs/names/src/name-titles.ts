import {
  BACK_DOTTED,
  BACK_TITLES,
  FEMALE_TITLES,
  FRONT_DOTTED,
  FRONT_OF_TWO,
  FRONT_TITLES,
  GENERATIONS,
  isDegree,
  isSpecialist,
  MALE_TITLES,
} from './lists/titles';
import type { Piece } from './name-pieces';

export type Gender = 'male' | 'female';

/** The pieces of a name without its titles; a family name written first, with a comma, is put last. */
export function withoutTitles(pieces: readonly Piece[]): {
  pieces: Piece[];
  titles: string[];
  generation: string | null;
  gender: Gender | null;
} {
  const rest = [...pieces];
  const titles: string[] = [];
  const generations: string[] = [];
  const before = new Set<string>();
  while (rest.length > 1) {
    const [first, last] = [rest[0], rest.at(-1)];
    if (first && isFront(first, rest)) {
      titles.push(first.plain);
      before.add(first.plain);
      rest.shift();
    } else if (last && GENERATIONS.has(last.plain)) {
      generations.push(GENERATIONS.get(last.plain) ?? '');
      rest.pop();
    } else if (last && isBack(last, rest)) {
      titles.push(last.plain);
      rest.pop();
    } else break;
  }
  // `King, Jr., Martin`: the generation stands inside.
  const inside = rest.findIndex(({ plain, part }) => part > 0 && GENERATIONS.has(plain));
  if (inside > 0) generations.push(GENERATIONS.get(rest.splice(inside, 1)[0]?.plain ?? '') ?? '');
  return { pieces: familyLast(rest), titles, generation: generations[0] ?? null, gender: genderOf(before) };
}

function isFront({ plain, dotted, parts }: Piece, rest: readonly Piece[]): boolean {
  if (rest.length > 2 && FRONT_OF_TWO.has(plain)) return true;
  if (parts.length > 1 && !/^(?:kh|ra|rm|hj)$/.test(plain))
    return FRONT_TITLES.has(plain) && parts.length !== plain.length;
  return FRONT_TITLES.has(plain) || (dotted && FRONT_DOTTED.has(plain));
}

function isBack({ plain, dotted, part, capitals, parts }: Piece, rest: readonly Piece[]): boolean {
  if (BACK_TITLES.has(plain) || isSpecialist(plain)) return true;
  const degree = isDegree(plain) || BACK_DOTTED.has(plain);
  if (!degree) return false;
  if (parts.length > 1) return true;
  // `Kim, Do` is a name with its family name first; `Siti Rahma, SE` has a degree.
  // Family names stand in capitals too (Jack MA, Henry DO): only what cannot be spoken is a title by its capitals.
  const named = rest.filter((piece) => piece.part === 0).length > 1;
  const spoken = /[aiueo]/.test(plain.slice(1)) && plain !== 'se';
  if (plain.length < 2) return false;
  if (dotted) return true;
  if (part > 0) return named || !spoken;
  return !spoken && rest.length > 2 && (capitals || plain.length > 2);
}

/** `Randolph, Gena` is Gena Randolph. */
function familyLast(pieces: Piece[]): Piece[] {
  const family = pieces.filter(({ part }) => part === 0);
  const given = pieces.filter(({ part }) => part > 0);
  return given.length === 0 ? pieces : [...given, ...family];
}

function genderOf(titles: ReadonlySet<string>): Gender | null {
  const male = [...titles].some((title) => MALE_TITLES.has(title));
  const female = [...titles].some((title) => FEMALE_TITLES.has(title));
  return male === female ? null : male ? 'male' : 'female';
}
