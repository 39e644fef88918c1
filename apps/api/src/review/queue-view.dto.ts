import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MOST_IN_BATCH } from '@himpun/membership';
import { QueueFilterDto } from './review.dto';

/** A filter to keep under a name. */
export class NewQueueViewDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  name: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => QueueFilterDto)
  filter: QueueFilterDto;

  /** The group whose officers see it too; nobody else where none is named. */
  @IsOptional()
  @IsUUID()
  groupId?: string;
}

/** The view that the queue opens with; none for the whole queue. */
export class DefaultViewDto {
  @IsOptional()
  @IsUUID()
  viewId?: string;
}

/** A case as the officer saw it. */
export class SeenCaseDto {
  @IsUUID()
  id: string;

  @IsInt()
  @Min(1)
  version: number;
}

/** Cases that go to one officer: named one by one, or the first two hundred of a filter. */
export class BatchDto {
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_IN_BATCH)
  @ArrayUnique(({ id }: SeenCaseDto) => id)
  @ValidateNested({ each: true })
  @Type(() => SeenCaseDto)
  cases?: SeenCaseDto[];

  @IsOptional()
  @ValidateNested()
  @Type(() => QueueFilterDto)
  filter?: QueueFilterDto;
}

/** Whom the cases go to; oneself when nobody is named. */
export class BulkAssignmentDto extends BatchDto {
  @IsOptional()
  @IsUUID()
  personId?: string;
}
