import { IsIn, IsNotEmpty, IsString, Matches, MaxLength } from 'class-validator';
import { NATIONAL_ID_KINDS, type NationalIdKind } from '@himpun/people';

/** One's own national id. */
export class NationalIdDto {
  /** `nik` (Indonesia) or `passport`. */
  @IsIn(NATIONAL_ID_KINDS)
  kind: NationalIdKind;

  /** ISO 3166-1 alpha-2, capitals. */
  @Matches(/^[A-Z]{2}$/)
  country: string;

  /** As on the document; spaces, dots and hyphens do not matter. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  number: string;
}
