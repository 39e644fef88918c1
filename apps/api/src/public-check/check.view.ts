import type { CertificateCheck, CheckState } from '@himpun/certificates';
import type { Bilingual, Reason } from '@himpun/kernel';
import type { JsonObject } from '@himpun/signatures';
import { ApiProperty } from '@nestjs/swagger';
import type { MemberCard } from '@himpun/membership';
import { cardState, cardValidUntil } from './card-check.policy';

/** One text in both languages. */
export class TextView {
  id: string;
  en: string;
}

/** A further fact, as printed and signed. */
export class FactView {
  label: TextView;
  value: TextView;
}

/** Who vouched for a certificate by name, and the office they held. */
export class SignatoryView {
  name: string;
  office: TextView;
}

/** Why the answer is what it is. */
export class CheckReasonView {
  code: string;
  text: TextView;
}

/** What the code stands for: only what its holder shows whoever they give the code to. */
export class CheckedStatementView {
  @ApiProperty({ enum: ['attendance', 'membership', 'member_card'] })
  kind: 'attendance' | 'membership' | 'member_card';
  personName: string;
  title: TextView;
  description: TextView | null;
  criteria: TextView | null;
  /** The group in whose name it was issued. */
  scope: TextView;
  /** The association that issued it. */
  issuer: TextView;
  /** ISO 8601 instants; `validUntil` is the first instant at which it no longer holds. */
  issuedAt: string;
  validUntil: string | null;
  revokedAt: string | null;
  details: FactView[];
  /** Who vouched for it by name; null for cards and where the office was vacant. */
  @ApiProperty({ type: SignatoryView, nullable: true })
  signatory: SignatoryView | null;
  /** The signed Open Badges 3.0 credential, for whoever wants to verify it without trusting this page. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  credential: JsonObject | null;
}

/** Whether what carries this code holds at `checkedAt`. */
export class CheckView {
  @ApiProperty({ enum: ['valid', 'expired', 'revoked', 'suspended', 'not_found'] })
  state: CheckState;
  /** As it is printed; as it was typed where it cannot be a code. */
  code: string;
  checkedAt: string;
  reasons: CheckReasonView[];
  /** Null for codes that stand for nothing. */
  statement: CheckedStatementView | null;

  static ofCertificate({ state, reasons, checkedAt, certificate }: CertificateCheck): CheckView {
    const { recipientName, groupName, issuerName, issuedAt, validUntil, revokedAt } = certificate;
    const statement: CheckedStatementView | null =
      state === 'not_found'
        ? null
        : {
            kind: certificate.kind,
            personName: recipientName,
            title: certificate.title,
            description: certificate.description,
            criteria: certificate.criteria,
            scope: groupName,
            issuer: issuerName,
            issuedAt: issuedAt.toISOString(),
            validUntil: validUntil?.toISOString() ?? null,
            revokedAt: revokedAt?.toISOString() ?? null,
            details: certificate.details,
            signatory: certificate.signatory,
            credential: certificate.credential,
          };
    return CheckView.made(certificate.code, checkedAt, state, reasons, statement);
  }

  /** A member's card, as it stands at this moment. */
  static ofCard(card: MemberCard, issuer: Bilingual, checkedAt: Date): CheckView {
    const statement: CheckedStatementView = {
      kind: 'member_card',
      personName: card.holderName,
      title: { id: card.gradeNameId, en: card.gradeNameEn },
      description: null,
      criteria: null,
      scope: { id: card.groupNameId, en: card.groupNameEn },
      issuer,
      issuedAt: card.memberSince.toISOString(),
      validUntil: cardValidUntil(card.standing)?.toISOString() ?? null,
      revokedAt: null,
      details: [{ label: MEMBER_NUMBER, value: { id: card.number, en: card.number } }],
      signatory: null,
      credential: null,
    };
    return CheckView.made(card.cardCode, checkedAt, cardState(card.standing), [], statement);
  }

  /** The answer to a code that nobody was given. */
  static unknown(code: string, checkedAt: Date): CheckView {
    return CheckView.made(code, checkedAt, 'not_found', [], null);
  }

  static made(
    code: string,
    checkedAt: Date,
    state: CheckState,
    reasons: readonly Reason[],
    statement: CheckedStatementView | null,
  ): CheckView {
    const said = reasons.map(({ code: why, text }: { code: string; text: Bilingual }) => ({
      code: why,
      text,
    }));
    return Object.assign(new CheckView(), {
      state,
      code,
      checkedAt: checkedAt.toISOString(),
      reasons: said,
      statement,
    });
  }
}

const MEMBER_NUMBER = { id: 'Nomor anggota', en: 'Member number' };
