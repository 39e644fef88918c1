import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';

/** The answer to one question. */
export class DisclosureAnswerDto {
  @IsString()
  @Length(1, 60)
  questionId: string;

  @IsBoolean()
  yes: boolean;

  /** What happened and how it stands; needed with a yes. */
  @IsString()
  @MaxLength(4_000)
  explanation: string;
}

/** Answers to all questions of a requirement. */
export class DisclosureDto {
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => DisclosureAnswerDto)
  answers: DisclosureAnswerDto[];

  /** Own uploads with purpose `evidence`. */
  @IsArray()
  @ArrayMaxSize(10)
  @IsUUID(undefined, { each: true })
  evidenceFileIds: string[];

  /** The id of the answers seen; absent where there were none. */
  @IsOptional()
  @IsUUID()
  replaces?: string;
}

/** What a member tells of their own accord. */
export class TellingDto {
  @IsUUID()
  membershipId: string;

  @IsString()
  @MaxLength(4_000)
  text: string;

  @IsArray()
  @ArrayMaxSize(10)
  @IsUUID(undefined, { each: true })
  evidenceFileIds: string[];
}

/** What an officer makes of a disclosure. */
export class AssessmentDto {
  @IsIn(['no_concern', 'with_conditions', 'concern'])
  verdict: 'no_concern' | 'with_conditions' | 'concern';

  /** For officers. */
  @IsString()
  @MaxLength(4_000)
  reason: string;

  /** Told to the applicant; with `with_conditions` alone. */
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  conditions?: string;
}
