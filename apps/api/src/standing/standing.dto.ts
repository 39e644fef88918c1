import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import type { Proposal, Verdict } from '@himpun/membership';
import { PageQuery } from '../http/page.dto';

/** Which cases are shown. */
export class StandingCasesQuery extends PageQuery {
  @IsOptional()
  @IsIn(['open', 'settled'])
  state?: 'open' | 'settled';

  @IsOptional()
  @IsIn(['review', 'suspension', 'reinstatement'])
  proposal?: Proposal;

  /** Part of a name. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
}

/** An officer's word on a case. */
export class SettlementDto {
  @IsIn(['keep', 'suspend', 'reinstate'])
  verdict: Verdict;

  /** In the officer's words; the member reads it. */
  @IsString()
  @Length(1, 4_000)
  reason: string;
}

/** Which credentials are shown. */
export class ExpiringQuery extends PageQuery {
  /** At most so many days ahead, 0 to 365; absent: what is over. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(365)
  within?: number;

  @IsOptional()
  @IsIn(['licence', 'certification'])
  kind?: 'licence' | 'certification';

  /** Part of a name. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
}
