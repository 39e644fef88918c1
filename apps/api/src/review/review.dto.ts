import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  GROUP_KINDS,
  QUEUE_SORTS,
  QUEUE_TABS,
  WAITING_ON,
  type GroupKind,
  type QueueFilter,
  type QueueTab,
  type WaitingOn,
} from '@himpun/membership';
import { IsLocalDate } from '../http/fields';

/** Which cases of the queue, and in what order; everything where nothing is said. */
export class QueueFilterDto {
  @IsIn(QUEUE_TABS)
  tab: QueueTab = 'team';

  /** `due`, `submitted`, `applicant`, `reference` or `group`; a leading `-` turns the order round. */
  @IsIn(QUEUE_SORTS)
  sort: string = 'due';

  /** A group and all below it. */
  @IsOptional()
  @IsUUID()
  groupId?: string;

  @IsOptional()
  @IsUUID()
  gradeId?: string;

  /** Of professional or of volunteer groups. */
  @IsOptional()
  @IsIn(GROUP_KINDS)
  kind?: GroupKind;

  @IsOptional()
  @IsIn(WAITING_ON)
  waitingOn?: WaitingOn;

  /** Part of the applicant's name or of the reference. */
  @IsString()
  @MaxLength(200)
  q: string = '';

  static read({ tab, sort, q, groupId, gradeId, kind, waitingOn }: QueueFilterDto): QueueFilter {
    return {
      tab,
      sort,
      q: q.trim(),
      groupId: groupId ?? null,
      gradeId: gradeId ?? null,
      kind: kind ?? null,
      waitingOn: waitingOn ?? null,
    };
  }
}

/** A page of the queue. */
export class QueueQuery extends QueueFilterDto {
  /** From 1. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  page: number = 1;

  /** Rows per page. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  pageSize: number = 20;
}

/** Whom a case goes to; oneself when nobody is named. */
export class AssignmentDto {
  @IsOptional()
  @IsUUID()
  personId?: string;
}

/** One thing to correct: a requirement's id, or `details` for the person's own data. */
export class CorrectionItemDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  requirementId: string;

  /** What is missing and why, to the applicant. */
  @IsString()
  @MaxLength(4_000)
  note: string;
}

/** What the applicant is asked to correct. */
export class CorrectionDto {
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => CorrectionItemDto)
  items: CorrectionItemDto[];

  /** The last day on which an answer is expected; in two weeks where none is named. */
  @IsOptional()
  @IsLocalDate()
  answerBy?: string;
}

/** Why an officer cannot be impartial in a case. */
export class ConflictDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(2_000)
  reason: string;
}
