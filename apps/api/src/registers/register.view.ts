import type { RegisterLine } from '@himpun/credentials';

/** A register and its present version. */
export class RegisterView {
  id: string;
  groupId: string;
  authority: string;
  nameId: string;
  nameEn: string;
  /** Number of the version that counts; null before the first. */
  currentNumber: number | null;
  /** Holders in it. */
  currentRows: number | null;
  /** ISO 8601. */
  currentSince: string | null;

  static of(line: RegisterLine): RegisterView {
    const { id, groupId, authority, nameId, nameEn, currentNumber, currentRows, currentSince } = line;
    return Object.assign(new RegisterView(), {
      ...{ id, groupId, authority, nameId, nameEn, currentNumber, currentRows },
      currentSince: currentSince?.toISOString() ?? null,
    });
  }
}
