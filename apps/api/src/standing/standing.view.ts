import type { ExpiringCredential } from '@himpun/credentials';
import { localDateOf } from '@himpun/kernel';
import type { OwnRound, OwnSponsorship, StandingCaseLine, StandingCaseRow } from '@himpun/membership';
import { TextView } from '../groups/requirement.view';

/** A case about a member's standing, as officers read it. */
export class StandingCaseView {
  id: string;
  /** ISO 8601 instant. */
  openedAt: string;
  personId: string;
  fullName: string;
  number: string;
  groupNameId: string;
  groupNameEn: string;
  /** The membership's standing now. */
  status: string;
  /** `revoked`, `suspended`, `expired`, `mismatch`, `differs`, `not_found`, `restored`, `renewal`, `late` or `disclosed`. */
  change: string;
  proposal: 'review' | 'suspension' | 'reinstatement';
  state: 'open' | 'settled';
  verdict: 'keep' | 'suspend' | 'reinstate' | null;
  /** Null when a source's new answer settled it. */
  settledBy: string | null;
  settledAt: string | null;
  settledReason: string | null;
  /** The rule that proposed it; 0 for the default. */
  ruleVersion: number;
  /** The renewal that waits for an officer; null for any other case. */
  renewalId: string | null;
  credentialId: string | null;
  /** The credential it is about; null for an acknowledgement that is late. */
  kind: string | null;
  title: string | null;
  credentialNumber: string | null;
  authority: string | null;
  checkedAt: string | null;
  /** Whether there is something that the member disclosed. */
  hasDisclosure: boolean;
  /** In the source's words. */
  findings: TextView[];
  /** What the reader may decide. */
  verdicts: ('keep' | 'suspend' | 'reinstate')[];

  static of(line: StandingCaseLine): StandingCaseView {
    const { groupPath: _path, reasons, checkId: _check, disclosureId, source: _source, ...rest } = line;
    return Object.assign(new StandingCaseView(), rest, {
      openedAt: line.openedAt.toISOString(),
      settledAt: line.settledAt?.toISOString() ?? null,
      checkedAt: line.checkedAt?.toISOString() ?? null,
      hasDisclosure: disclosureId !== null,
      findings: (reasons ?? []).map(({ text }) => text),
    });
  }
}

export class StandingCasePageView {
  items: StandingCaseView[];
  total: number;
  page: number;
  pageSize: number;
}

/** A credential whose last day is near or past. */
export class ExpiringCredentialView {
  credentialId: string;
  personId: string;
  fullName: string;
  kind: string;
  title: string | null;
  number: string | null;
  authority: string | null;
  groupNameId: string;
  groupNameEn: string;
  /** `YYYY-MM-DD`. */
  expiresOn: string;
  /** Negative once it is over. */
  daysLeft: number;
  /** The last reminder's distance in days, and when it went out; null before the first. */
  remindedDaysBefore: number | null;
  remindedAt: string | null;
  /** A renewal was sent in and is being looked at. */
  isBeingRenewed: boolean;

  static of(line: ExpiringCredential): ExpiringCredentialView {
    const { searchName: _search, groupId: _group, ...rest } = line;
    return Object.assign(new ExpiringCredentialView(), rest, {
      remindedAt: line.remindedAt?.toISOString() ?? null,
    });
  }
}

export class ExpiringPageView {
  items: ExpiringCredentialView[];
  total: number;
  page: number;
  pageSize: number;
}

/** Something that waits for the reader. */
export class MemberTaskView {
  kind: 'acknowledgement' | 'expiry' | 'standing_case' | 'sponsorship';
  /** Only for an acknowledgement. */
  groupId: string | null;
  groupNameId: string;
  groupNameEn: string;
  edition: number | null;
  /** Number or title of the credential. */
  credential: string | null;
  credentialKind: string | null;
  /** Who asks for support; null for everything else. */
  applicantName: string | null;
  /** The last day, `YYYY-MM-DD`; null for none. */
  dueOn: string | null;
  isLate: boolean;
  /** A renewal was sent in and is being looked at. */
  isBeingRenewed: boolean;

  static ofRound(round: OwnRound): MemberTaskView {
    const { groupId, groupNameId, groupNameEn, edition, acknowledgeBy, isLate } = round;
    return taskOf('acknowledgement', {
      groupId,
      groupNameId,
      groupNameEn,
      edition,
      dueOn: acknowledgeBy,
      isLate,
    });
  }

  static ofSponsorship(line: OwnSponsorship): MemberTaskView {
    const { groupNameId, groupNameEn, applicantName, expiresAt } = line;
    return taskOf('sponsorship', { groupNameId, groupNameEn, applicantName, dueOn: localDateOf(expiresAt) });
  }

  static ofExpiry(line: ExpiringCredential): MemberTaskView {
    const { groupNameId, groupNameEn, kind, number, title, expiresOn, daysLeft, isBeingRenewed } = line;
    const credential = { credential: number ?? title, credentialKind: kind };
    return taskOf('expiry', {
      groupNameId,
      groupNameEn,
      ...credential,
      dueOn: expiresOn,
      isLate: daysLeft < 0,
      isBeingRenewed,
    });
  }

  static ofCase(line: StandingCaseRow): MemberTaskView {
    const { groupNameId, groupNameEn, kind, credentialNumber, title } = line;
    return taskOf('standing_case', {
      groupNameId,
      groupNameEn,
      credential: credentialNumber ?? title,
      credentialKind: kind ?? (line.disclosureId ? 'disclosure' : null),
    });
  }
}

const NO_TASK = {
  groupId: null,
  edition: null,
  credential: null,
  credentialKind: null,
  applicantName: null,
  dueOn: null,
  isLate: false,
  isBeingRenewed: false,
};

function taskOf(kind: MemberTaskView['kind'], given: Partial<MemberTaskView>): MemberTaskView {
  return Object.assign(new MemberTaskView(), NO_TASK, { kind }, given);
}
