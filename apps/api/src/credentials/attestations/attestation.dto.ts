import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  ATTESTATION_VERDICTS,
  CREDENTIAL_KINDS,
  type AttestationVerdict,
  type CredentialKind,
} from '@himpun/credentials';
import { LANGUAGES, type Language } from '@himpun/kernel';
import { IsPersonName } from '../../http/fields';

const trimmed = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.normalize('NFC').trim() : value;

/** Whose questions. */
export class AttestationsQuery {
  @IsIn(['application', 'renewal'])
  originType: string = 'application';

  /** The application's id, or the renewal's. */
  @IsUUID()
  originId: string;
}

/** Where to ask, and in which language the mail is. */
export class NewAttestationDto {
  /** An address in a domain of the institution. */
  @Transform(trimmed)
  @IsString()
  @IsNotEmpty()
  @MaxLength(254)
  email: string;

  @IsIn([...LANGUAGES])
  language: Language;
}

/** Why a question is taken back. */
export class AttestationWithdrawalDto {
  @Transform(trimmed)
  @IsString()
  @IsNotEmpty()
  @MaxLength(1_000)
  reason: string;
}

/** One field that the institution's records have otherwise. */
export class AttestationDifferenceDto {
  /** A field that was shown. */
  @Matches(/^[A-Za-z]{1,30}$/)
  field: string;

  @Transform(trimmed)
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  found: string;
}

/** What the institution says of the claim, and who says it. */
export class AttestationAnswerDto {
  @IsIn([...ATTESTATION_VERDICTS])
  verdict: AttestationVerdict;

  @Transform(trimmed)
  @IsPersonName()
  name: string;

  /** Office of who answers. */
  @Transform(trimmed)
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  office: string;

  @IsOptional()
  @Transform(trimmed)
  @IsString()
  @MaxLength(2_000)
  remark?: string;

  /** With `differs`: at least one. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(12)
  @ValidateNested({ each: true })
  @Type(() => AttestationDifferenceDto)
  differences?: AttestationDifferenceDto[];
}

/** Whose list. */
export class InstitutionDomainsQuery {
  @IsUUID()
  groupId: string;

  /** Part of the institution's name or of the domain. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
}

/** A domain that officers vouch for. */
export class NewInstitutionDomainDto {
  @IsUUID()
  groupId: string;

  /** As claims name it. */
  @Transform(trimmed)
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  institution: string;

  @Transform(trimmed)
  @IsString()
  @IsNotEmpty()
  @MaxLength(253)
  domain: string;

  /** The office that answers; with it a rule can ask by itself. */
  @IsOptional()
  @Transform(trimmed)
  @IsString()
  @MaxLength(254)
  contactEmail?: string;

  /** How the officers know. */
  @Transform(trimmed)
  @IsString()
  @IsNotEmpty()
  @MaxLength(1_000)
  reason: string;
}

/** Why a domain does not count any more. */
export class InstitutionDomainEndingDto {
  @Transform(trimmed)
  @IsString()
  @IsNotEmpty()
  @MaxLength(1_000)
  reason: string;
}

/** How a group verifies what no source can; one whole version. */
export class VerificationRuleDto {
  /** Days that a link to an institution holds. */
  @IsInt()
  @Min(1)
  @Max(90)
  linkDays: number;

  /** Days after the mail on which it is reminded of. */
  @IsArray()
  @ArrayMaxSize(2)
  @IsInt({ each: true })
  @Min(1, { each: true })
  reminderDays: number[];

  @IsArray()
  @ArrayMaxSize(4)
  @IsIn([...CREDENTIAL_KINDS], { each: true })
  askIssuerFor: CredentialKind[];

  @IsArray()
  @ArrayMaxSize(4)
  @IsIn([...CREDENTIAL_KINDS], { each: true })
  twoReadersFor: CredentialKind[];

  @Transform(trimmed)
  @IsString()
  @IsNotEmpty()
  @MaxLength(1_000)
  reason: string;
}
