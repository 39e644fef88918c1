import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { LANGUAGES, type Language } from '@himpun/kernel';
import type { DecisionOutcome } from '@himpun/membership';

/** A requirement lifted for this applicant, and why. */
export class WaiverDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  requirementId: string;

  @IsString()
  @MaxLength(2_000)
  reason: string;
}

/** Which decision of a case. */
export class DecisionQuery {
  /** The first one, or the last: that on the appeal where there is one; the last where none is named. */
  @IsOptional()
  @IsIn(['first', 'last'])
  instance?: 'first' | 'last';
}

/** Which letter, and how to write it. */
export class LetterQuery extends DecisionQuery {
  /** The request's own language where none is named. */
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: Language;
}

/** Why a rejected applicant appeals. */
export class AppealDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(8_000)
  grounds: string;
}

/** A decision about an application. */
export class DecisionDto {
  @IsIn(['approved', 'rejected'])
  outcome: DecisionOutcome;

  /** Codes of the catalogue that the case names. */
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  reasonCodes: string[];

  /** To the applicant. */
  @IsString()
  @MaxLength(4_000)
  note: string = '';

  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => WaiverDto)
  waivers: WaiverDto[] = [];

  /** The case's `factsHash` that the officer saw; another one now answers 409. */
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  factsHash?: string;
}
