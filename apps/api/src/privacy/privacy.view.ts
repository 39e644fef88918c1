import type { ErasedFile, FilePurpose } from '@himpun/files';
import type { ReadOfMine } from '@himpun/membership';
import type { NationalIdKind, OwnNationalId } from '@himpun/people';

/** One's own national id; never the whole number. */
export class NationalIdView {
  id: string;
  kind: NationalIdKind;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** `••••••••••••0001`; null once erased. */
  masked: string | null;
  /** ISO 8601 instants. */
  enteredAt: string;
  erasedAt: string | null;

  static of({ id, kind, country, masked, enteredAt, erasedAt }: OwnNationalId): NationalIdView {
    return Object.assign(new NationalIdView(), {
      ...{ id, kind, country, masked },
      enteredAt: enteredAt.toISOString(),
      erasedAt: erasedAt?.toISOString() ?? null,
    });
  }
}

/** Somebody looked at what is one's own. */
export class PrivateReadView {
  id: string;
  /** ISO 8601 instant. */
  at: string;
  subjectType: 'file' | 'national_id' | 'disclosure';
  /** Name of the file, or kind of the national id; null where it is gone. */
  subjectName: string | null;
  readerKind: 'person' | 'system';
  /** Name of the person, or the portal's job. */
  reader: string;
  /** `case_review`, `source_check`, or the reader's words. */
  reason: string;
  groupNameId: string | null;
  groupNameEn: string | null;
  /** Of the application that it was for. */
  reference: string | null;

  static of({ at, ...read }: ReadOfMine): PrivateReadView {
    return Object.assign(new PrivateReadView(), { ...read, at: at.toISOString() });
  }
}

/** One page of looks, newest first. */
export class PrivateReadsPage {
  items: PrivateReadView[];
  total: number;
}

/** A document that was deleted because rules say so; what it was can still be proven by its hash. */
export class ErasureView {
  id: string;
  purpose: FilePurpose;
  /** Bytes. */
  size: number;
  /** 64 hex digits. */
  sha256: string;
  /** ISO 8601 instants. */
  uploadedAt: string;
  erasedAt: string;

  static of({ id, purpose, size, sha256, createdAt, erasedAt }: ErasedFile): ErasureView {
    return Object.assign(new ErasureView(), {
      ...{ id, purpose, size, sha256 },
      uploadedAt: createdAt.toISOString(),
      erasedAt: erasedAt.toISOString(),
    });
  }
}
