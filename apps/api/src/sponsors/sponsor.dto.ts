import { IsString, Length, MaxLength } from 'class-validator';

/** A member to be asked. */
export class NewSponsorDto {
  /** The requirement's id. */
  @IsString()
  @Length(1, 60)
  requirementId: string;

  /** The whole e-mail address or the whole member number. */
  @IsString()
  @Length(1, 254)
  named: string;
}

/** Why one does not vouch for somebody. */
export class SponsorRefusalDto {
  /** Read by officers alone; may be empty. */
  @IsString()
  @MaxLength(2_000)
  reason: string;
}
