import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
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
import type { DeskSettings } from '@himpun/membership';
import { IsLocalDate } from '../http/fields';

/** A day that the group keeps otherwise than its country. */
export class OwnDayDto {
  @IsLocalDate()
  day: string;

  /** A holiday on which the group works; a holiday of the group's own when false. */
  @IsBoolean()
  isWorking: boolean;

  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name: string;
}

/** How a group's desk works. */
export class DeskDto {
  /** ISO 3166-1 alpha-2. */
  @Matches(/^[A-Z]{2}$/)
  country: string;

  /** Working days for checking; with `judgingDays`, or neither for the usual shares. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(250)
  checkingDays?: number;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(250)
  judgingDays?: number;

  /** The office that hears of overdue cases; none where it is absent. */
  @IsOptional()
  @IsUUID()
  escalationOfficeId?: string;

  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => OwnDayDto)
  days: OwnDayDto[];

  static settings({ country, checkingDays, judgingDays, escalationOfficeId, days }: DeskDto): DeskSettings {
    const isPlanned = checkingDays !== undefined && judgingDays !== undefined;
    return {
      country,
      stageDays: isPlanned ? { checking: checkingDays, judging: judgingDays } : null,
      escalationOfficeId: escalationOfficeId ?? null,
      days: days.map(({ day, isWorking, name }) => ({ day, isWorking, name })),
    };
  }
}
