import type { HoldForOfficer, HoldKind, HoldLine } from '@himpun/membership';

/** A hold as officers read it. Times ISO 8601. */
export class RetentionHoldView {
  id: string;
  placedAt: string;
  fullName: string;
  groupNameId: string;
  groupNameEn: string;
  kind: HoldKind;
  reason: string;
  /** Whether the person reads of it while it stands. */
  isShown: boolean;
  /** Null for the portal itself, e.g. for an appeal. */
  placedBy: string | null;
  releasedAt: string | null;
  releasedBy: string | null;
  releasedReason: string | null;
  /** Whether the reader may let it go. */
  mayRelease: boolean;

  static of({
    personId: _person,
    groupPath: _path,
    createdAt,
    releasedAt,
    ...line
  }: HoldForOfficer): RetentionHoldView {
    return Object.assign(new RetentionHoldView(), line, {
      placedAt: createdAt.toISOString(),
      releasedAt: releasedAt?.toISOString() ?? null,
    });
  }
}

export class RetentionHoldPageView {
  items: RetentionHoldView[];
  total: number;
  page: number;
  pageSize: number;
}

/** A hold on one's own documents: that it stands and why, not who placed it. */
export class OwnHoldView {
  id: string;
  placedAt: string;
  groupNameId: string;
  groupNameEn: string;
  kind: HoldKind;
  reason: string;
  releasedAt: string | null;

  static of({ id, createdAt, groupNameId, groupNameEn, kind, reason, releasedAt }: HoldLine): OwnHoldView {
    return Object.assign(new OwnHoldView(), {
      ...{ id, groupNameId, groupNameEn, kind, reason },
      placedAt: createdAt.toISOString(),
      releasedAt: releasedAt?.toISOString() ?? null,
    });
  }
}
