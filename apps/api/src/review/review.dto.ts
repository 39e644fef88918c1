import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { QUEUE_SORTS, QUEUE_TABS, type QueueTab, type WaitingOn } from '@himpun/membership';
import { IsLocalDate } from '../http/fields';
import { PageQuery } from '../http/page.dto';

/** What to show of the queue. */
export class QueueQuery extends PageQuery {
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
  @IsIn(['applicant', 'source', 'officer'])
  waitingOn?: WaitingOn;

  /** Part of the applicant's name or of the reference. */
  @IsString()
  @MaxLength(200)
  q: string = '';
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
