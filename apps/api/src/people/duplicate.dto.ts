import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { MergeChoices, Side, SuspicionState } from '@himpun/people';
import { PageQuery } from '../http/page.dto';

/** Which suspicions are shown. */
export class SuspicionsQuery extends PageQuery {
  /** Open ones unless told. */
  @IsOptional()
  @IsIn(['open', 'dismissed', 'merged'])
  state?: SuspicionState;
}

/** Why two people are not one. */
export class DismissalDto {
  @IsString()
  @Length(1, 2_000)
  reason: string;
}

/** Which of the two keeps what an officer was asked about. */
export class MergeChoiceDto {
  /** Of the question, e.g. `people.phone`. */
  @IsString()
  @MaxLength(200)
  key: string;

  @IsIn(['survivor', 'merged'])
  keep: Side;
}

/** A merge to be looked at. */
export class MergePreviewDto {
  /** Who stays. */
  @IsUUID()
  survivorId: string;

  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => MergeChoiceDto)
  choices: MergeChoiceDto[];
}

/** A merge as an officer wants it. */
export class MergeDto extends MergePreviewDto {
  @IsString()
  @Length(1, 2_000)
  reason: string;

  /** Of the preview that was seen; something that changed since is an answer 409. */
  @Matches(/^[0-9a-f]{64}$/)
  fingerprint: string;
}

/** Why a merge is taken back. */
export class MergeUndoDto {
  @IsString()
  @Length(1, 2_000)
  reason: string;
}

export function choicesOf(choices: readonly MergeChoiceDto[]): MergeChoices {
  return Object.fromEntries(choices.map(({ key, keep }) => [key, keep]));
}
