import type {
  AttestationLine,
  AttestationReceipt,
  AttestationState,
  AttestationVerdict,
  AttestedClaim,
  CredentialKind,
  DomainLine,
  OpenAttestation,
  TermsInForce,
  TermsVersion,
} from '@himpun/credentials';
import type { Language } from '@himpun/kernel';

/** A name in both languages. */
export class AttestationTextView {
  id: string;
  en: string;
}

/** One fact that the institution is asked about. */
export class AttestedFieldView {
  field: string;
  value: string;
}

/** All that the reader of a link sees. Times ISO 8601. */
export class OpenAttestationView {
  institution: string;
  /** Who asks. */
  group: AttestationTextView;
  /** Of the mail. */
  language: Language;
  kind: CredentialKind;
  fields: AttestedFieldView[];
  expiresAt: string;

  static of({ institution, groupName, language, claim, expiresAt }: OpenAttestation): OpenAttestationView {
    return Object.assign(new OpenAttestationView(), {
      ...{ institution, group: groupName, language, ...claimOf(claim) },
      expiresAt: expiresAt.toISOString(),
    });
  }
}

/** What the answering office keeps. */
export class AttestationReceiptView {
  reference: string;
  /** ISO 8601. */
  answeredAt: string;

  static of({ reference, answeredAt }: AttestationReceipt): AttestationReceiptView {
    return Object.assign(new AttestationReceiptView(), { reference, answeredAt: answeredAt.toISOString() });
  }
}

/** One field that the institution's records have otherwise. */
export class AttestationDifferenceView {
  field: string;
  found: string;
}

/** The institution's answer, for officers. */
export class AttestationWordView {
  verdict: AttestationVerdict;
  name: string;
  office: string;
  remark: string | null;
  differences: AttestationDifferenceView[];
  /** SHA-256 of the whole answer as kept, hexadecimal. */
  sha256: string;
}

/** One question to an institution, for officers. Times ISO 8601. */
export class AttestationView {
  id: string;
  checkId: string;
  credentialId: string;
  reference: string;
  institution: string;
  contactEmail: string;
  domain: string;
  /** How officers know the domain; null where the reference list has it. */
  domainReason: string | null;
  language: Language;
  kind: CredentialKind;
  state: AttestationState;
  /** Null where a rule of the group asked. */
  askedBy: string | null;
  askedAt: string;
  sentAt: string | null;
  expiresAt: string | null;
  reminders: string[];
  endedAt: string | null;
  endedBy: string | null;
  endedReason: string | null;
  answer: AttestationWordView | null;
  fileId: string | null;

  static of(line: AttestationLine): AttestationView {
    const { id, checkId, credentialId, reference, institution, contactEmail, domain, domainReason } = line;
    const { language, state, askedBy, endedBy, endedReason, fileId, answer, answerHash } = line;
    return Object.assign(new AttestationView(), {
      ...{ id, checkId, credentialId, reference, institution, contactEmail, domain, domainReason },
      ...{ language, state, askedBy, endedBy, endedReason, fileId, kind: line.kind },
      askedAt: line.askedAt.toISOString(),
      sentAt: line.sentAt?.toISOString() ?? null,
      expiresAt: line.expiresAt?.toISOString() ?? null,
      reminders: line.reminders.map((at) => new Date(at).toISOString()),
      endedAt: line.endedAt?.toISOString() ?? null,
      answer: answer ? { ...answer.word, sha256: answerHash ?? '' } : null,
    });
  }
}

/** One domain on a group's list. Times ISO 8601. */
export class InstitutionDomainView {
  id: string;
  institution: string;
  domain: string;
  contactEmail: string | null;
  reason: string;
  addedBy: string | null;
  since: string;
  endedAt: string | null;
  endedReason: string | null;

  static of({
    id,
    institution,
    domain,
    contactEmail,
    reason,
    addedBy,
    ...line
  }: DomainLine): InstitutionDomainView {
    return Object.assign(new InstitutionDomainView(), {
      ...{ id, institution, domain, contactEmail, reason, addedBy, endedReason: line.endedReason },
      since: line.createdAt.toISOString(),
      endedAt: line.endedAt?.toISOString() ?? null,
    });
  }
}

/** How a group verifies what no source can. */
export class VerificationRuleView {
  /** Null where nobody has published any. */
  version: number | null;
  /** The group that published it: this one, or one above. */
  groupId: string | null;
  linkDays: number;
  reminderDays: number[];
  askIssuerFor: CredentialKind[];
  twoReadersFor: CredentialKind[];

  static of(terms: TermsInForce): VerificationRuleView {
    const { version, groupId, linkDays, reminderDays, askIssuerFor, twoReadersFor } = terms;
    return Object.assign(new VerificationRuleView(), {
      ...{ version, groupId, linkDays },
      reminderDays: [...reminderDays],
      askIssuerFor: [...askIssuerFor],
      twoReadersFor: [...twoReadersFor],
    });
  }
}

/** One published version. */
export class VerificationRuleVersionView {
  version: number;
  linkDays: number;
  reminderDays: number[];
  askIssuerFor: CredentialKind[];
  twoReadersFor: CredentialKind[];
  /** ISO 8601. */
  publishedAt: string;
  publishedBy: string | null;
  reason: string;

  static of({ publishedAt, ...line }: TermsVersion): VerificationRuleVersionView {
    return Object.assign(new VerificationRuleVersionView(), line, { publishedAt: publishedAt.toISOString() });
  }
}

/** Checks of one kind that wait for a person. */
export class WaitingKindView {
  kind: CredentialKind;
  count: number;
}

/** What waits while a rule changes. */
export class OpenWorkView {
  /** Links that are out; they keep the terms they were sent with. */
  questions: number;
  checks: WaitingKindView[];
}

/** The id of what was made. */
export class MadeView {
  id: string;
}

function claimOf({ kind, fields }: AttestedClaim): { kind: CredentialKind; fields: AttestedFieldView[] } {
  return { kind, fields: fields.map(({ field, value }) => ({ field: String(field), value })) };
}
