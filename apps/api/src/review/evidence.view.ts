import type { CredentialFact } from '@himpun/credentials';
import type { EvidenceFile, RequirementResult } from '@himpun/membership';
import type { Reason } from '@himpun/kernel';

/** One text in both languages. */
export class BilingualView {
  id: string;
  en: string;
}

/** Why a rule answered as it did. */
export class RuleReasonView {
  code: string;
  text: BilingualView;

  static of({ code, text }: Reason): RuleReasonView {
    return Object.assign(new RuleReasonView(), { code, text });
  }
}

/** What a person claims of a credential; which parts are filled in depends on its kind. */
export class CaseClaimView {
  holderName: string;
  title: string | null;
  institution: string | null;
  /** KKNI 1 to 9. */
  level: number | null;
  field: string | null;
  number: string | null;
  authority: string | null;
  profession: string | null;
  /** `YYYY-MM-DD`. */
  validFrom: string | null;
  validUntil: string | null;
  startedOn: string | null;
  endedOn: string | null;
}

/** What a check says, in short. */
export class CheckFactView {
  id: string;
  source: string;
  runState: string;
  outcome: string | null;
  action: string;
  /** ISO 8601 instant. */
  endedAt: string | null;
}

/** An uploaded file. */
export class CaseFileView {
  id: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  /** Hex. */
  sha256: string;
  /** Whether the officer who asks has looked at it in this case. */
  isSeen: boolean;
}

/** A credential offered for a requirement, and how far it can be relied on. */
export class EvidenceView {
  credentialId: string;
  kind: string;
  claim: CaseClaimView;
  standing: string;
  checks: CheckFactView[];
  evidenceFileIds: string[];
  files: CaseFileView[];

  static of(fact: CredentialFact & { files?: EvidenceFile[] }): EvidenceView {
    return Object.assign(new EvidenceView(), {
      credentialId: fact.credentialId,
      kind: fact.kind,
      claim: fact.claim,
      standing: fact.standing,
      checks: fact.checks.map((check) => ({
        id: check.id,
        source: check.source,
        runState: check.runState,
        outcome: check.outcome,
        action: check.action,
        endedAt: check.endedAt === null ? null : new Date(check.endedAt).toISOString(),
      })),
      evidenceFileIds: [...fact.evidenceFileIds],
      files: fact.files ?? [],
    });
  }
}

/** How one requirement stands. */
export class RequirementResultView {
  requirementId: string;
  kind: string;
  /** `met`, `pending`, `not_met` or `waived`. */
  result: string;
  reasons: RuleReasonView[];

  static of(line: RequirementResult): RequirementResultView {
    return Object.assign(new RequirementResultView(), {
      requirementId: line.requirementId,
      kind: line.kind,
      result: line.result,
      reasons: line.reasons.map((reason) => RuleReasonView.of(reason)),
    });
  }
}
