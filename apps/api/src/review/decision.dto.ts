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
