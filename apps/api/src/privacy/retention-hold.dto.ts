import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../http/page.dto';

const trimmed = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.normalize('NFC').trim() : value;

/** Which holds are shown. */
export class RetentionHoldsQuery extends PageQuery {
  @IsOptional()
  @IsIn(['standing', 'released'])
  state?: 'standing' | 'released';

  /** Part of a name. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
}

/** A hold on all that the person behind an application gave to its group. */
export class NewRetentionHoldDto {
  /** Of the application, e.g. `P-2026-000123`. */
  @Transform(trimmed)
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  reference: string;

  /** `legal`: a claim, a court or an authority; `inquiry`: a complaint or an inquiry of the group. */
  @IsIn(['legal', 'inquiry'])
  kind: 'legal' | 'inquiry';

  @Transform(trimmed)
  @IsString()
  @IsNotEmpty()
  @MaxLength(2_000)
  reason: string;

  /** Whether the person reads of it while it stands. */
  @IsBoolean()
  isShown: boolean;
}

/** Why a hold is let go. */
export class HoldReleaseDto {
  @Transform(trimmed)
  @IsString()
  @IsNotEmpty()
  @MaxLength(2_000)
  reason: string;
}
