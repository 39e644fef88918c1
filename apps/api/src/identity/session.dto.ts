import { IsEmail, IsNotEmpty, IsString, MaxLength } from 'class-validator';

/** E-mail and password; how long the answer takes tells nothing about which of them is wrong. */
export class SignInDto {
  @IsEmail()
  @MaxLength(254)
  email: string;

  /** As typed or pasted; no limit on kinds of characters. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(512)
  password: string;
}
