import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { CREDENTIAL_KINDS, type CredentialKind } from '@himpun/credentials';
import { IsLocalDate } from '../http/fields';

/** What a person claims; every part may be missing while the draft is unfinished, and null empties it. */
export class ClaimDto {
  /** The name on the document. */
  @IsOptional()
  @IsString()
  @MaxLength(400)
  holderName?: string;

  /** Programme, certificate or role. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  title?: string | null;

  /** School, issuing body or employer. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  institution?: string | null;

  /** KKNI 1 to 9. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(9)
  level?: number | null;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  field?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  number?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  authority?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  profession?: string | null;

  @ValidateIf(dated('validFrom'))
  @IsLocalDate()
  validFrom?: string | null;

  /** The last day; null for life. */
  @ValidateIf(dated('validUntil'))
  @IsLocalDate()
  validUntil?: string | null;

  @ValidateIf(dated('startedOn'))
  @IsLocalDate()
  startedOn?: string | null;

  @ValidateIf(dated('endedOn'))
  @IsLocalDate()
  endedOn?: string | null;
}

/** A credential to begin with. */
export class NewCredentialDto extends ClaimDto {
  @IsIn([...CREDENTIAL_KINDS])
  kind: CredentialKind;
}

/** Null empties a date, and a date that is not named stays. */
function dated(field: keyof ClaimDto) {
  return (claim: ClaimDto): boolean => claim[field] !== undefined && claim[field] !== null;
}
