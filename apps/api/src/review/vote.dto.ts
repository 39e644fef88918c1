import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import type { VoteChoice } from '@himpun/membership';
import { WaiverDto } from './decision.dto';

/** One officer's vote on an application. */
export class VoteDto {
  @IsIn(['approve', 'reject', 'abstain'])
  vote: VoteChoice;

  /** Codes of the catalogue that the case names; none for an abstention. */
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  reasonCodes: string[] = [];

  /** To the applicant, if this side carries; for an abstention why, to the officers alone. */
  @IsString()
  @MaxLength(4_000)
  note: string = '';

  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => WaiverDto)
  waivers: WaiverDto[] = [];

  /** The case's `factsHash` that the officer saw; another one now answers 409. */
  @Matches(/^[0-9a-f]{64}$/)
  factsHash: string;
}
