import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { ActivityText, NewActivity } from '@himpun/programmes';
import { IsLocalDate } from '../http/fields';
import { PageQuery } from '../http/page.dto';
import { IsInstant } from './instant';

const KINDS = ['training', 'seminar', 'workshop', 'service'] as const;
const AUDIENCES = ['public', 'members'] as const;
const NOT_BLANK = /\S/;

/** What the catalogue is narrowed by. */
export class ActivitiesQuery extends PageQuery {
  /** Part of the title, in either language. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @IsOptional()
  @IsIn(KINDS)
  kind?: 'training' | 'seminar' | 'workshop' | 'service';

  /** The group and everything below it. */
  @IsOptional()
  @IsUUID()
  group?: string;

  /** Activities that are not over before this day begins in Jakarta; today's and later without it. */
  @IsOptional()
  @IsLocalDate()
  from?: string;

  /** Activities that begin by the end of this day. */
  @IsOptional()
  @IsLocalDate()
  to?: string;

  /** `managed`: those that the caller plans or stands at the door of, drafts and past ones too. */
  @IsOptional()
  @IsIn(['all', 'managed'])
  scope?: 'all' | 'managed';
}

/** One sitting. */
export class SessionDto {
  /** Of an existing session that is kept. */
  @IsOptional()
  @IsUUID()
  id?: string;

  /** ISO 8601 with offset. */
  @IsInstant()
  startsAt: string;

  @IsInstant()
  endsAt: string;
}

/** Credit hours in one domain. */
export class ActivityCreditDto {
  /** Code of a credit domain. */
  @IsString()
  @MaxLength(60)
  domain: string;

  /** At most one decimal. */
  @IsNumber({ maxDecimalPlaces: 1 })
  @Min(0.1)
  @Max(999)
  hours: number;
}

/** An activity as its planner writes it. */
export class ActivityDto {
  @IsIn(KINDS)
  kind: 'training' | 'seminar' | 'workshop' | 'service';

  /** Anyone with an account, or members in good standing. */
  @IsIn(AUDIENCES)
  audience: 'public' | 'members';

  @IsString()
  @Matches(NOT_BLANK)
  @MaxLength(200)
  titleId: string;

  @IsString()
  @Matches(NOT_BLANK)
  @MaxLength(200)
  titleEn: string;

  @IsString()
  @MaxLength(10_000)
  aboutId: string;

  @IsString()
  @MaxLength(10_000)
  aboutEn: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  place: string | null;

  /** `https:`; seen by confirmed participants and staff only. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  link: string | null;

  /** IANA, e.g. `Asia/Jakarta`. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  zone: string;

  @IsOptional()
  @IsUUID()
  trainerPersonId: string | null;

  @IsInstant()
  opensAt: string;

  @IsInstant()
  closesAt: string;

  /** Percent of the sessions that earns the credits. */
  @IsInt()
  @Min(1)
  @Max(100)
  requiredShare: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => SessionDto)
  sessions: SessionDto[];

  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => ActivityCreditDto)
  credits: ActivityCreditDto[];
}

/** A new activity: also whose it is, and how many places. */
export class NewActivityDto extends ActivityDto {
  @IsUUID()
  groupId: string;

  @IsInt()
  @Min(1)
  @Max(100_000)
  capacity: number;
}

/** How many places there are to be. */
export class CapacityDto {
  @IsInt()
  @Min(1)
  @Max(100_000)
  capacity: number;
}

/** Why an activity is called off; participants read it. */
export class ActivityCancellationDto {
  @IsString()
  @Matches(NOT_BLANK)
  @MaxLength(1_000)
  reason: string;
}

/** The text of an activity in the terms of the room. */
export function activityText(dto: ActivityDto): ActivityText {
  return {
    kind: dto.kind,
    audience: dto.audience,
    titleId: dto.titleId.trim(),
    titleEn: dto.titleEn.trim(),
    aboutId: dto.aboutId,
    aboutEn: dto.aboutEn,
    place: dto.place?.trim() || null,
    link: dto.link?.trim() || null,
    zone: dto.zone,
    trainerPersonId: dto.trainerPersonId ?? null,
    opensAt: new Date(dto.opensAt),
    closesAt: new Date(dto.closesAt),
    requiredShare: dto.requiredShare,
    credits: dto.credits.map(({ domain, hours }) => ({ domain, hours })),
    sessions: dto.sessions.map(({ id, startsAt, endsAt }) => ({
      ...(id !== undefined && { id }),
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
    })),
  };
}

/** A new activity in the terms of the room. */
export function newActivity(dto: NewActivityDto): NewActivity {
  return { ...activityText(dto), groupId: dto.groupId, capacity: dto.capacity };
}
