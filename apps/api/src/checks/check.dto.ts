import { IsIn, IsNotEmpty, IsString, IsUUID, MaxLength } from 'class-validator';
import { CHECK_OUTCOMES, type CheckOutcome } from '@himpun/credentials';

/** Whose checks. */
export class ChecksQuery {
  @IsIn(['application', 'renewal'])
  originType: string = 'application';

  /** The application's id, or the renewal's. */
  @IsUUID()
  originId: string;
}

/** An officer's word on a check. */
export class CheckReviewDto {
  /** `confirm` agrees with the source's own outcome; `override` sets another, or records what a person found. */
  @IsIn(['confirm', 'override'])
  verdict: 'confirm' | 'override';

  @IsIn([...CHECK_OUTCOMES])
  outcome: CheckOutcome;

  /** Read by the applicant as well. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(2_000)
  reason: string;
}
