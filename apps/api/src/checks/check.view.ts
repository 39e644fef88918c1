import {
  ISSUER_ATTESTATION,
  documentsByHand,
  type CheckAction,
  type CheckLine,
  type CheckOutcome,
  type ComparedField,
  type CredentialKind,
  type ReviewLine,
  type RunState,
} from '@himpun/credentials';
import type { Bilingual } from '@himpun/kernel';

/** A sentence in both languages. */
export class CredentialCheckTextView {
  id: string;
  en: string;
}

/** Why the check came out as it did. */
export class CredentialCheckReasonView {
  code: string;
  text: CredentialCheckTextView;
  field: string | null;
}

/** One fact as claimed and as found. `found` is kept from the applicant where it may be somebody else's. */
export class ComparedFieldView {
  field: string;
  claimed: string | null;
  found: string | null;
  result: 'match' | 'review' | 'mismatch' | 'absent';
  /** 0 to 1, where likeness was measured. */
  score: number | null;

  static of(line: ComparedField, forOfficer: boolean): ComparedFieldView {
    const view = new ComparedFieldView();
    view.field = line.field;
    view.claimed = line.claimed;
    view.found = forOfficer || line.result === 'match' ? line.found : null;
    view.result = line.result;
    view.score = line.score ?? null;
    return view;
  }
}

/** A person's word on the check. */
export class CredentialCheckReviewView {
  id: string;
  /** ISO 8601. */
  at: string;
  reviewer: string;
  verdict: 'confirm' | 'override';
  outcome: CheckOutcome;
  outcomeBefore: string | null;
  reason: string;

  static of(line: ReviewLine): CredentialCheckReviewView {
    return Object.assign(new CredentialCheckReviewView(), { ...line, at: new Date(line.at).toISOString() });
  }
}

/** One check of one credential at one source: did it run, what came out, who has to act. Times ISO 8601. */
export class CredentialCheckView {
  id: string;
  credentialId: string;
  credentialVersion: number;
  kind: CredentialKind;
  /** What it was made for: `application`, `renewal` or `recheck`. */
  originType: string;
  source: string;
  sourceName: CredentialCheckTextView;
  runState: RunState;
  outcome: CheckOutcome | null;
  action: CheckAction;
  reasons: CredentialCheckReasonView[];
  fields: ComparedFieldView[];
  sourceVersion: string | null;
  attempts: number;
  requestedAt: string;
  startedAt: string | null;
  endedAt: string | null;
  reviews: CredentialCheckReviewView[];
  /** The institution whose answer it waits for; null where it waits for none. */
  waitsFor: string | null;
  /** What an officer needs to check it by hand where no source could say; else empty. */
  documents: CredentialCheckTextView[];
  /** Whether the reader may confirm or override it. */
  reviewable: boolean;
  /** For officers: what was asked. */
  query: Record<string, unknown> | null;
  /** For officers: what the source answered, cut at a limit. */
  answer: string | null;
  /** SHA-256 of the whole answer, hex. */
  answerHash: string | null;

  static of(
    line: CheckLine,
    reader: { officer: boolean; reviewer: boolean; sourceName: Bilingual },
  ): CredentialCheckView {
    const view = new CredentialCheckView();
    const {
      id,
      credentialId,
      credentialVersion,
      kind,
      source,
      runState,
      outcome,
      action,
      sourceVersion,
      attempts,
    } = line;
    Object.assign(view, { id, credentialId, credentialVersion, kind, source, runState, outcome, action });
    Object.assign(view, {
      originType: line.originType,
      waitsFor: waitsFor(line),
      sourceVersion,
      attempts,
      answerHash: line.answerHash,
      sourceName: reader.sourceName,
    });
    view.reasons = line.reasons.map(({ code, text, field }) => ({ code, text, field: field ?? null }));
    view.fields = line.fields.map((field) => ComparedFieldView.of(field, reader.officer));
    view.requestedAt = line.requestedAt.toISOString();
    view.startedAt = line.startedAt?.toISOString() ?? null;
    view.endedAt = line.endedAt?.toISOString() ?? null;
    view.reviews = line.reviews.map((review) => CredentialCheckReviewView.of(review));
    view.documents = line.action === 'needs_person' ? [...documentsByHand(kind, line)] : [];
    view.reviewable = reader.reviewer;
    view.query = reader.officer ? line.query : null;
    view.answer = reader.officer ? line.answer : null;
    return view;
  }
}

/** Only an institution that was asked keeps a check waiting on people outside. */
function waitsFor({ source, runState, claim }: CheckLine): string | null {
  return source === ISSUER_ATTESTATION && runState === 'queued'
    ? (claim.institution ?? claim.authority)
    : null;
}
