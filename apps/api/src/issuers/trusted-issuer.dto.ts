import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { CREDENTIAL_KINDS, type CredentialKind } from '@himpun/credentials';

/** Whose list. */
export class TrustedIssuersQuery {
  @IsUUID()
  groupId: string;
}

/** An issuer to believe. */
export class NewTrustedIssuerDto {
  @IsUUID()
  groupId: string;

  /** DID or https address, exactly as credentials name their issuer; left out for a root certificate. */
  @ValidateIf(({ rootCertificate }: NewTrustedIssuerDto) => rootCertificate === undefined)
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  issuer?: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  /** For which kinds of claims. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(4)
  @IsIn([...CREDENTIAL_KINDS], { each: true })
  kinds: CredentialKind[];

  /** RFC 7638 thumbprints of keys believed without a document of the issuer. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  keyThumbprints?: string[];

  /** Others that may sign the issuer's status lists; empty: whoever the credential names. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(500, { each: true })
  listIssuers?: string[];

  /** Root certificate in PEM, under which documents are signed (PDF). */
  @IsOptional()
  @IsString()
  @MaxLength(20_000)
  rootCertificate?: string;

  /** Organisations or names of the signers believed under that root; empty: whoever it certifies. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  signers?: string[];

  /** On what grounds. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(1_000)
  reason: string;
}

/** A certificate to be read before it is believed. */
export class RootCertificateDto {
  /** PEM of one certificate. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(20_000)
  rootCertificate: string;
}

/** Why an issuer is not believed any more. */
export class TrustEndingDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(1_000)
  reason: string;
}
