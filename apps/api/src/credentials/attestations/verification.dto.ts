import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import {
  CHECK_OUTCOMES,
  VERIFICATION_METHODS,
  type CheckOutcome,
  type VerificationMethod,
} from '@himpun/credentials';
import { IsLocalDate } from '../../http/fields';

const trimmed = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.normalize('NFC').trim() : value;

/** What an officer found out by himself, and how. */
export class NewVerificationDto {
  @IsIn([...VERIFICATION_METHODS])
  method: VerificationMethod;

  @IsIn([...CHECK_OUTCOMES])
  outcome: CheckOutcome;

  /** The applicant reads it once it counts. */
  @Transform(trimmed)
  @IsString()
  @IsNotEmpty()
  @MaxLength(2_000)
  note: string;

  /** `YYYY-MM-DD`. */
  @IsLocalDate()
  verifiedOn: string;

  /** Name and office; needed unless the original was seen. */
  @IsOptional()
  @Transform(trimmed)
  @IsString()
  @MaxLength(300)
  spokenWith?: string;

  /** The number or address that was used. */
  @IsOptional()
  @Transform(trimmed)
  @IsString()
  @MaxLength(300)
  contact?: string;

  /** Where it was found, independently of the applicant. */
  @IsOptional()
  @Transform(trimmed)
  @IsString()
  @MaxLength(500)
  contactFoundAt?: string;

  /** An own upload of purpose `evidence`. */
  @IsOptional()
  @IsUUID()
  evidenceFileId?: string;

  /** Goes on in spite of the warnings of an answer `verification.warned_conflict`. */
  @IsOptional()
  @IsBoolean()
  goesOn?: boolean;
}

/** What the second reader says. */
export class VerificationReadingDto {
  @IsBoolean()
  agrees: boolean;

  @Transform(trimmed)
  @IsString()
  @IsNotEmpty()
  @MaxLength(2_000)
  note: string;
}
