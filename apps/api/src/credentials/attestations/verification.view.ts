import type { CheckOutcome, VerificationLine, VerificationMethod } from '@himpun/credentials';

/** A second officer's reading. */
export class VerificationReadingView {
  reader: string;
  /** ISO 8601. */
  at: string;
  agrees: boolean;
  note: string;
}

/** One verification by an officer. Times ISO 8601. */
export class VerificationView {
  id: string;
  verifier: string;
  /** Whether the reader of this page recorded it, and so cannot be its second reader. */
  isOwn: boolean;
  at: string;
  method: VerificationMethod;
  outcome: CheckOutcome;
  note: string;
  /** `YYYY-MM-DD`. */
  verifiedOn: string;
  spokenWith: string | null;
  contact: string | null;
  contactFoundAt: string | null;
  /** Codes of what the officer was warned of and went on with: contact_own, contact_on_papers, contact_public. */
  warnings: string[];
  evidenceFileId: string | null;
  needsSecond: boolean;
  isAwaiting: boolean;
  reading: VerificationReadingView | null;

  static of(line: VerificationLine, readerId: string | null): VerificationView {
    const { id, verifier, method, outcome, note, verifiedOn, spokenWith, contact, contactFoundAt } = line;
    const { warnings, evidenceFileId, needsSecond, isAwaiting, reader, readAt, agrees, readNote } = line;
    return Object.assign(new VerificationView(), {
      ...{ id, verifier, method, outcome, note, verifiedOn, spokenWith, contact, contactFoundAt },
      ...{ warnings, evidenceFileId, needsSecond, isAwaiting, isOwn: line.verifierId === readerId },
      at: line.at.toISOString(),
      reading:
        reader && readAt
          ? { reader, at: readAt.toISOString(), agrees: agrees === true, note: readNote ?? '' }
          : null,
    });
  }
}
