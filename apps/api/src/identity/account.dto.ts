import { Transform } from 'class-transformer';
import { Equals, IsEmail, IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { LANGUAGES, type Language } from '@himpun/kernel';
import { IsPersonName } from '../http/fields';

const trimmed = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.trim() : value;

/** What a stranger tells to get an account. */
export class SignUpDto {
  /** As on the degree, without titles; one word is enough. */
  @IsPersonName()
  fullName: string;

  @Transform(trimmed)
  @IsEmail()
  @MaxLength(254)
  email: string;

  /** 12 to 128 characters of any kind, not easy to guess. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(512)
  password: string;

  /** Language of mail: `id` or `en`. */
  @IsIn(LANGUAGES)
  locale: Language;

  @Equals(true)
  acceptTerms: boolean;
}

/** An address that a link is asked for. */
export class AddressDto {
  @Transform(trimmed)
  @IsEmail()
  @MaxLength(254)
  email: string;
}

/** The token of a link in a confirmation mail. */
export class ConfirmationDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  token: string;
}

/** A new password, allowed by the token of a link in a mail. */
export class NewPasswordDto extends ConfirmationDto {
  /** 12 to 128 characters of any kind, not easy to guess. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(512)
  password: string;
}

/** The present password and the one to come. */
export class ChangedPasswordDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(512)
  currentPassword: string;

  /** 12 to 128 characters of any kind, not easy to guess. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(512)
  password: string;
}

/** The language of mail to this person. */
export class ChosenLanguageDto {
  @IsIn(LANGUAGES)
  locale: Language;
}
