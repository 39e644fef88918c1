import type { AcknowledgementLine, CodeEdition } from '@himpun/ethics';
import type { Admission } from '@himpun/membership';

/** One clause, in both languages. */
export class ClauseView {
  id: string;
  /** From 1, as printed. */
  position: number;
  headingId: string;
  headingEn: string;
  textId: string;
  textEn: string;
  mustAcknowledge: boolean;
}

/** How the reader acknowledged this edition. */
export class OwnAcknowledgementView {
  id: string;
  language: string;
  /** ISO 8601 instant. */
  acknowledgedAt: string;
}

/** One edition of a code of ethics. */
export class CodeView {
  id: string;
  /** The group that published it: the one asked for, or one above it. */
  groupId: string;
  edition: number;
  titleId: string;
  titleEn: string;
  preambleId: string;
  preambleEn: string;
  /** SHA-256 of the canonical text, hex. */
  textHash: string;
  /** ISO 8601 instant. */
  publishedAt: string;
  /** The last day for members to acknowledge it, `YYYY-MM-DD`, and what changed; null where nothing was said. */
  acknowledgeBy: string | null;
  changesId: string | null;
  changesEn: string | null;
  clauses: ClauseView[];
  /** Null while the reader has not acknowledged it. */
  acknowledgement: OwnAcknowledgementView | null;

  static of(code: CodeEdition, own: AcknowledgementLine | null): CodeView {
    return Object.assign(new CodeView(), code, {
      publishedAt: code.publishedAt.toISOString(),
      acknowledgement: own && {
        id: own.id,
        language: own.language,
        acknowledgedAt: own.acknowledgedAt.toISOString(),
      },
    });
  }
}

/** The id of a published edition. */
export class PublishedView {
  id: string;
}

/** What came of an acknowledgement. */
export class AdmissionView {
  acknowledgementId: string;
  /** Memberships that began with it. */
  membershipIds: string[];

  static of(admission: Admission): AdmissionView {
    return Object.assign(new AdmissionView(), admission);
  }
}
