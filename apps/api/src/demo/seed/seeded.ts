import type { PersonaKey } from '../personas';

/** What the founding made, by the keys of the data. */
export interface Founded {
  groupIds: Record<string, string>;
  gradeIds: Record<string, string>;
  /** Office code → ids of its seats, in order. */
  seats: Record<string, string[]>;
}

/** The people the seed entered. */
export interface SeededPeople {
  personas: Record<PersonaKey, { personId: string; accountId: string }>;
  /** Members without accounts, of the association first. */
  members: string[];
}
