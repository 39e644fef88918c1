import type {
  CheckOutcome,
  CredentialEvent,
  CredentialFact,
  OwnCredentialLine,
  Standing,
} from '@himpun/credentials';
import type { CredentialLine } from '@himpun/credentials';
import type { Bilingual } from '@himpun/kernel';
import type { CredentialUse, OwnCase } from '@himpun/membership';
import { TextView } from '../groups/requirement.view';
import { CredentialView } from './credential.view';

/** The newest word of one source, or of a person. */
export class OwnCheckView {
  source: string;
  sourceName: TextView;
  runState: string;
  outcome: CheckOutcome | null;
  action: string;
  /** ISO 8601; null while it runs. */
  endedAt: string | null;
}

/** What rests on a credential. */
export class CredentialUseView {
  applicationId: string;
  reference: string;
  applicationState: string;
  groupNameId: string;
  groupNameEn: string;
  /** Null where no membership came of it. */
  memberNumber: string | null;
  membershipStatus: string | null;
  /** Another credential has taken its place there. */
  isPast: boolean;
}

/** Something that happened to a credential. */
export class CredentialEventView {
  /** `claimed`, `renewal_begun`, `checked`, `reviewed`, `reminded`, `renewal_sent`, `renewal_confirmed`, `renewed`, `case_opened` or `case_settled`. */
  type: string;
  /** ISO 8601. */
  at: string;
  /** Of a check. */
  sourceName: TextView | null;
  runState: string | null;
  outcome: string | null;
  /** Of a case: what changed. */
  change: string | null;
  /** Of a case that is settled. */
  verdict: string | null;
  /** An officer's words. */
  reason: string | null;
  /** Of a reminder. */
  daysBefore: number | null;
  groupNameId: string | null;
  groupNameEn: string | null;
}

/** The newest renewal of a credential. */
export class OwnRenewalView {
  credentialId: string;
  state: 'draft' | 'checking' | 'with_person' | 'refused' | 'confirmed';
}

/** One's own credential with all that became of it. */
export class OwnCredentialView {
  credential: CredentialView;
  /** `unchecked`, `pending`, `confirmed`, `refuted` or `needs_person`. */
  standing: Standing;
  /** `YYYY-MM-DD`, as its sources have it or else as claimed; null for life or where none is known. */
  lastDay: string | null;
  /** The last day is over. */
  isOver: boolean;
  /** Whether it can be renewed now. */
  isRenewable: boolean;
  /** The credential that this one takes the place of. */
  renewsId: string | null;
  renewal: OwnRenewalView | null;
  /** The newest per source. */
  checks: OwnCheckView[];
  uses: CredentialUseView[];
  /** Newest first. */
  history: CredentialEventView[];

  static of(parts: OwnCredentialParts): OwnCredentialView {
    const { line, own, fact, uses, cases, today, nameOf, isRenewable } = parts;
    const view = new OwnCredentialView();
    view.credential = CredentialView.of(line);
    view.standing = fact?.standing ?? 'unchecked';
    view.lastDay = own.lastDay;
    view.isOver = own.lastDay !== null && own.lastDay < today;
    view.isRenewable = isRenewable;
    view.renewsId = own.renewsId;
    view.renewal = own.renewal;
    view.checks = (fact?.checks ?? []).map(({ source, runState, outcome, action, endedAt }) => ({
      ...{ source, sourceName: nameOf(source), runState, outcome, action },
      endedAt: endedAt?.toISOString() ?? null,
    }));
    view.uses = uses.map(({ credentialId: _, ...use }) => use);
    view.history = [
      ...own.events.map((event) => eventOf(event, nameOf)),
      ...cases.flatMap(eventsOfCase),
    ].sort((one, other) => other.at.localeCompare(one.at));
    return view;
  }
}

/** What the rooms know of one credential. */
export interface OwnCredentialParts {
  line: CredentialLine;
  own: OwnCredentialLine;
  fact: CredentialFact | undefined;
  uses: readonly CredentialUse[];
  cases: readonly OwnCase[];
  today: string;
  isRenewable: boolean;
  nameOf: (source: string) => Bilingual;
}

const NOTHING = {
  ...{ sourceName: null, runState: null, outcome: null, change: null, verdict: null, reason: null },
  ...{ daysBefore: null, groupNameId: null, groupNameEn: null },
};

function eventOf(
  { source, at, ...rest }: CredentialEvent,
  nameOf: (source: string) => Bilingual,
): CredentialEventView {
  const sourceName = source === undefined ? null : nameOf(source);
  return { ...NOTHING, ...rest, at: new Date(at).toISOString(), sourceName };
}

function eventsOfCase(line: OwnCase): CredentialEventView[] {
  const { openedAt, change, settledAt, verdict, settledReason, groupNameId, groupNameEn } = line;
  const about = { ...NOTHING, change, groupNameId, groupNameEn };
  const opened = { ...about, type: 'case_opened', at: openedAt.toISOString() };
  if (settledAt === null) return [opened];
  return [
    { ...about, type: 'case_settled', at: settledAt.toISOString(), verdict, reason: settledReason },
    opened,
  ];
}
