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

  /** DID or https address, exactly as credentials name their issuer. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  issuer: string;

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

  /** On what grounds. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(1_000)
  reason: string;
}

/** Why an issuer is not believed any more. */
export class TrustEndingDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(1_000)
  reason: string;
}
