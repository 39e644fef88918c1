import { IsNotEmpty, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsLocalDate } from '../http/fields';

/** A person appointed to a seat, from the first to the last day inclusive. */
export class AppointmentDto {
  @IsUUID()
  personId: string;

  /** `YYYY-MM-DD`, the first day in the group's zone. */
  @IsLocalDate()
  startsOn: string;

  /** `YYYY-MM-DD`, the last day; the powers end at the midnight after it. */
  @IsLocalDate()
  endsOn: string;

  /** On whose decision: minutes, letter number. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(1_000)
  reason: string;
}

/** Why a term ends before its last day. */
export class TermEndingDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(1_000)
  reason: string;
}
