import { IsBoolean, IsNotEmpty, IsString, MaxLength } from 'class-validator';

/** Whether a group uses a source. */
export class SourceUseDto {
  @IsBoolean()
  used: boolean;

  /** Kept in the audit trail. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(2_000)
  reason: string;
}
