import {
  claimGaps,
  type Claim,
  type CredentialKind,
  type CredentialLine,
  type EvidenceLine,
  type SignedReading,
} from '@himpun/credentials';

/** A credential's claim; dates `YYYY-MM-DD`. */
export class ClaimView {
  holderName: string;
  title: string | null;
  institution: string | null;
  /** KKNI 1 to 9. */
  level: number | null;
  field: string | null;
  number: string | null;
  authority: string | null;
  profession: string | null;
  validFrom: string | null;
  validUntil: string | null;
  startedOn: string | null;
  endedOn: string | null;

  static of(claim: Claim): ClaimView {
    return Object.assign(new ClaimView(), claim);
  }
}

/** What an uploaded signed credential says of itself; nothing of it is verified yet. */
export class SignedReadingView {
  format: string;
  credentialId: string | null;
  name: string | null;
  issuerId: string | null;
  issuerName: string | null;
  holderName: string | null;
  achievement: string | null;
  /** ISO 8601, as the credential writes them. */
  validFrom: string | null;
  validUntil: string | null;

  static of(reading: SignedReading): SignedReadingView {
    return Object.assign(new SignedReadingView(), reading);
  }
}

/** A file bound to a credential. */
export class EvidenceFileView {
  id: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;

  static of(line: EvidenceLine): EvidenceFileView {
    return Object.assign(new EvidenceFileView(), line);
  }
}

/** One credential, for its owner and for officers it was presented to. */
export class CredentialView {
  id: string;
  /** For `If-Match`. */
  version: number;
  kind: CredentialKind;
  /** `draft` can be changed; `presented` stands behind an application. */
  state: 'draft' | 'presented' | 'withdrawn';
  claim: ClaimView;
  /** Fields of the claim still missing before it can be presented. */
  missing: string[];
  signed: SignedReadingView | null;
  evidence: EvidenceFileView[];

  static of(line: CredentialLine): CredentialView {
    const view = new CredentialView();
    view.id = line.id;
    view.version = line.version;
    view.kind = line.kind;
    view.state = line.state;
    view.claim = ClaimView.of(line.claim);
    view.missing = claimGaps(line.kind, line.claim).map(({ field }) => field ?? '');
    view.signed = line.signed === null ? null : SignedReadingView.of(line.signed);
    view.evidence = line.evidence.map((file) => EvidenceFileView.of(file));
    return view;
  }
}
