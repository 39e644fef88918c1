import { IsOptional, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';

/** Who is at the door: the code they show, or the registration chosen from the list. */
export class CheckInDto {
  /** As scanned or typed; spaces and dashes do not matter. */
  @ValidateIf((dto: CheckInDto) => dto.registrationId === undefined)
  @IsString()
  @MaxLength(500)
  code?: string;

  @IsOptional()
  @IsUUID()
  registrationId?: string;

  /** The session at the door; without it the one that is on or comes next. */
  @IsOptional()
  @IsUUID()
  sessionId?: string;
}

/** The code shown in the room. */
export class RoomCheckInDto {
  @IsString()
  @MaxLength(20)
  code: string;
}

/** Narrows the list at the door. */
export class RosterQuery {
  /** Part of a name. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
}
