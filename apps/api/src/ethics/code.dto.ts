import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { Language } from '@himpun/kernel';
import { IsLocalDate } from '../http/fields';

/** One text in both languages. */
export class BilingualDto {
  @IsString()
  @MaxLength(20_000)
  id: string;

  @IsString()
  @MaxLength(20_000)
  en: string;
}

/** One clause of a code. */
export class ClauseDto {
  @ValidateNested()
  @Type(() => BilingualDto)
  heading: BilingualDto;

  @ValidateNested()
  @Type(() => BilingualDto)
  text: BilingualDto;

  /** Whether a person must tick this clause by itself. */
  @IsBoolean()
  mustAcknowledge: boolean;
}

/** A new edition of a group's code of ethics. */
export class NewCodeDto {
  @ValidateNested()
  @Type(() => BilingualDto)
  title: BilingualDto;

  @ValidateNested()
  @Type(() => BilingualDto)
  preamble: BilingualDto;

  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ClauseDto)
  clauses: ClauseDto[];

  /** The last day for members to acknowledge it, `YYYY-MM-DD`; absent: as the group's rule says. */
  @IsOptional()
  @IsLocalDate()
  acknowledgeBy?: string;

  /** What changed, in a sentence or two; members read it. */
  @IsOptional()
  @ValidateNested()
  @Type(() => BilingualDto)
  changes?: BilingualDto;
}

/** That a person has read an edition and agrees. */
export class AcknowledgementDto {
  /** The language it was read in. */
  @IsIn(['id', 'en'])
  language: Language;

  /** The clauses ticked one by one. */
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  clauseIds: string[];
}
