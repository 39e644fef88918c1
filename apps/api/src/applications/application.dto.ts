import { IsIn, IsObject, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { LANGUAGES, type Language } from '@himpun/kernel';
import { IsLocalDate, IsPersonName } from '../http/fields';

/** Where to apply. */
export class ApplicationDto {
  @IsUUID()
  groupId: string;

  @IsUUID()
  gradeId: string;
}

/** How to write the copy of an application. */
export class CopyQuery {
  /** The request's own language where none is named. */
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: Language;
}

/** The answer of one section; its shape depends on the requirement's kind and is judged by the rules. */
export class SectionDto {
  /** interest {chosen, note} · availability {hoursPerWeek, days, note} · commitment {accepted}. */
  @IsObject()
  value: Record<string, unknown>;
}

/** What the applicant tells about themselves. */
export class DetailsDto {
  /** One name is enough; 1 to 200 graphemes. */
  @IsPersonName()
  fullName: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  titleBefore: string | null = null;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  titleAfter: string | null = null;

  /** The name to print on certificates, where it differs. */
  @IsOptional()
  @IsPersonName()
  certificateName: string | null = null;

  @IsOptional()
  @IsLocalDate()
  birthDate: string | null = null;

  /** E.164, e.g. `+6281234567890`. */
  @IsOptional()
  @Matches(/^\+[1-9][0-9]{5,14}$/)
  phone: string | null = null;
}

/** A credential offered for a requirement. */
export class OfferDto {
  @IsString()
  @MaxLength(60)
  requirementId: string;

  @IsUUID()
  credentialId: string;
}
