import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, Length, Max, Min, ValidateNested } from 'class-validator';

/** When what was returned is closed. */
export class BotClosingDto {
  /** Days after the return, never before the day that the applicant was told. */
  @IsInt()
  @Min(7)
  @Max(365)
  afterDays: number;

  /** Days before, on which the applicant is reminded. */
  @IsInt()
  @Min(1)
  @Max(60)
  remindDays: number;
}

/** What a group's bot may do from now on. */
export class BotRuleDto {
  /** Whether it approves where everything is met and no person is asked. */
  @IsBoolean()
  approves: boolean;

  /** Absent: it closes nothing. */
  @IsOptional()
  @ValidateNested()
  @Type(() => BotClosingDto)
  closes?: BotClosingDto;

  /** Why; stays on record. */
  @IsString()
  @Length(1, 2_000)
  reason: string;
}
