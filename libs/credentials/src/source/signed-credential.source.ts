import { Injectable } from '@nestjs/common';
import { Sql } from '@himpun/database';
import type { Reason } from '@himpun/kernel';
import type { Claim } from '../credential/claim';
import { AddressRefused } from '../fetch/guarded-fetch';
import { FetchedDocuments } from '../fetch/fetched-documents';
import { TrustedIssuerQueries, type IssuerTrust } from '../issuer/trusted-issuers.queries';
import { checkSignedCredential, type SignedCredentialReport } from '../signed-credential';
import { needsPerson } from './answer.policy';
import {
  CheckSource,
  type CheckAnswer,
  type CheckContext,
  type CheckRequest,
  type CoverageContext,
} from './check-source';
import { signedCovers } from './coverage.policy';
import { signedFinding } from './signed-finding.policy';
import { signedPdfAnswer } from './signed-pdf-answer';
import { HOUSE_LIMITS } from './source-limits';

/** The credential's own signature: cryptography, and the association's list of trusted issuers. */
@Injectable()
export class SignedCredentialSource extends CheckSource {
  readonly id = 'signed_credential';
  readonly version = '1';
  readonly name = { id: 'Tanda tangan digital penerbit', en: 'The issuer’s digital signature' };
  readonly limits = HOUSE_LIMITS.signed_credential;

  constructor(
    private readonly sql: Sql,
    private readonly documents: FetchedDocuments,
    private readonly issuers: TrustedIssuerQueries,
  ) {
    super();
  }

  covers(claim: Claim, context: CoverageContext): boolean {
    return signedCovers(claim, context);
  }

  async check(request: CheckRequest, context: CheckContext): Promise<CheckAnswer> {
    const [stored, trusted] = await Promise.all([
      this.sql.row<{ text: string; container: string; sha256: string }>(
        `SELECT signed_text AS text, signed_container AS container, encode(signed_sha256, 'hex') AS sha256 FROM credentials
         WHERE id = $1 AND signed_text IS NOT NULL`,
        [request.credentialId],
      ),
      this.issuers.trustedBy(request.groupId),
    ]);
    const base = { query: { sha256: stored?.sha256 ?? null }, answer: null, sourceVersion: this.version };
    if (!stored) return { ...base, ...NOTHING_STORED };
    if (stored.container === 'pdf') {
      const bytes = Buffer.from(stored.text, 'base64');
      return { ...base, ...(await signedPdfAnswer(bytes, request, trusted, context.now)) };
    }
    try {
      const report = await checkSignedCredential(stored.text, {
        at: context.now,
        documents: this.documents,
        trustsKey: (issuer, key) => trustOf(trusted, issuer)?.keyThumbprints.includes(key) ?? false,
        trustsListIssuer: (issuer, list) => mayList(trustOf(trusted, issuer), list),
      });
      const found = signedFinding(report, request, trustOf(trusted, report.issuer.id));
      return {
        ...base,
        ...found,
        needsPerson: needsPerson(found.outcome),
        answer: JSON.stringify(shown(report)),
      };
    } catch (error) {
      if (!(error instanceof AddressRefused)) throw error;
      return { ...base, ...NOTHING_STORED, reasons: [ADDRESS_REFUSED] };
    }
  }
}

function trustOf(trusted: readonly IssuerTrust[], issuer: string | null): IssuerTrust | null {
  return trusted.find((trust) => trust.issuer === issuer) ?? null;
}

/** The signed credential itself names its list; where the association named the signers of lists, only these count. */
function mayList(trust: IssuerTrust | null, list: string): boolean {
  return trust === null || trust.listIssuers.length === 0 || trust.listIssuers.includes(list);
}

/** The report as kept: all but the credential itself, which is stored beside the claim. */
function shown({
  credential: _credential,
  ...report
}: SignedCredentialReport): Omit<SignedCredentialReport, 'credential'> {
  return report;
}

const NOTHING_STORED = {
  run: 'refused' as const,
  outcome: null,
  needsPerson: true,
  reasons: [] as Reason[],
  fields: [],
};
const ADDRESS_REFUSED: Reason = {
  code: 'address_refused',
  text: {
    id: 'Kredensial ini menunjuk ke alamat yang tidak kami hubungi demi keamanan. Petugas akan memeriksanya.',
    en: 'This credential points to an address that we do not call, for safety. An officer will look at it.',
  },
};
