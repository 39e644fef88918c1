import type {
  ChangeKind,
  ChangeLine,
  EntryStatus,
  HistoryLine,
  HolderEntry,
  HolderHistory,
  VersionKind,
} from '@himpun/credentials';

/** What a register says of one holder; dates `YYYY-MM-DD`. */
export class HolderEntryView {
  number: string;
  name: string;
  birthDate: string | null;
  profession: string | null;
  status: EntryStatus;
  validFrom: string | null;
  validUntil: string | null;

  static of(entry: HolderEntry | null): HolderEntryView | null {
    return entry && Object.assign(new HolderEntryView(), entry);
  }
}

/** What a version changes of one holder. */
export class RegisterChangeView {
  kind: ChangeKind;
  /** Number of the licence, letters and digits only. */
  numberKey: string;
  /** The line in the version's file; null when it came from none. */
  row: number | null;
  /** What stood there before had been written by hand. */
  byHand: boolean;
  before: HolderEntryView | null;
  after: HolderEntryView | null;

  static of({ kind, numberKey, row, byHand, before, after }: ChangeLine): RegisterChangeView {
    return Object.assign(new RegisterChangeView(), {
      ...{ kind, numberKey, row, byHand },
      before: HolderEntryView.of(before),
      after: HolderEntryView.of(after),
    });
  }
}

/** One page of changes. */
export class RegisterChangesPageView {
  items: RegisterChangeView[];
  total: number;
  page: number;
  pageSize: number;
}

/** A change with the version that made it. */
export class HolderChangeView extends RegisterChangeView {
  importId: string;
  version: number;
  versionKind: VersionKind;
  /** ISO 8601. */
  at: string;
  reason: string | null;

  static override of(line: HistoryLine): HolderChangeView {
    const { importId, version, versionKind, at, reason } = line;
    return Object.assign(new HolderChangeView(), RegisterChangeView.of(line), {
      ...{ importId, version, versionKind, reason },
      at: at.toISOString(),
    });
  }
}

/** What the register says of one number, and said before. */
export class HolderHistoryView {
  entry: HolderEntryView | null;
  /** Number of the version that wrote it last. */
  version: number | null;
  /** Newest first; the first version of a register changed nothing. */
  changes: HolderChangeView[];

  static of({ entry, version, changes }: HolderHistory): HolderHistoryView {
    return Object.assign(new HolderHistoryView(), {
      entry: HolderEntryView.of(entry),
      version,
      changes: changes.map((line) => HolderChangeView.of(line)),
    });
  }
}
