import { Type } from 'class-transformer';
import { IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { DATE_FORMS, type DateForm } from '@himpun/credentials';
import { IsLocalDate } from '../http/fields';
import { PageQuery } from '../http/page.dto';

/** A register to keep a copy of. */
export class NewRegisterDto {
  @IsUUID()
  groupId: string;

  /** As licences name it, e.g. `KTKI`. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  authority: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  nameId: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  nameEn: string;
}

/** Headings by column, as written in the file; a column left out or empty is not read. */
export class ColumnsDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  number: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  name: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  birth_date?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  profession?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  status?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  valid_from?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  valid_until?: string;
}

/** How the authority's files are read. */
export class RegisterMappingDto {
  @ValidateNested()
  @Type(() => ColumnsDto)
  columns: ColumnsDto;

  /** In which order dates are written; ISO 8601 and names of months are understood in each. */
  @IsIn(DATE_FORMS)
  dates: DateForm;
}

/** The officer's word. */
export class RegisterConfirmationDto {
  /** Needed where the version drops or changes more holders than usual (`warnings`). */
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  reason?: string;
}

/** Why a version is undone. */
export class RegisterRollbackDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(2_000)
  reason: string;
}

/** Which changes of a version. */
export class ChangesQuery extends PageQuery {
  @IsOptional()
  @IsIn(['new', 'gone', 'changed'])
  kind?: 'new' | 'gone' | 'changed';
}

/** Whom to look up. */
export class HolderQuery {
  /** However it is written. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  number: string;
}

/** What the register should hold; dates `YYYY-MM-DD`. */
export class CorrectedEntryDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  name: string;

  @IsOptional()
  @IsLocalDate()
  birthDate?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  profession?: string | null;

  @IsIn(['active', 'expired', 'suspended', 'revoked'])
  status: 'active' | 'expired' | 'suspended' | 'revoked';

  @IsOptional()
  @IsLocalDate()
  validFrom?: string | null;

  @IsOptional()
  @IsLocalDate()
  validUntil?: string | null;
}

/** A correction by hand. */
export class RegisterCorrectionDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  number: string;

  /** Left out: the number is no longer listed. */
  @IsOptional()
  @ValidateNested()
  @Type(() => CorrectedEntryDto)
  entry?: CorrectedEntryDto | null;

  @IsString()
  @IsNotEmpty()
  @MaxLength(2_000)
  reason: string;
}

/** In which language a table is written. */
export class TableQuery {
  @IsIn(['id', 'en'])
  language: 'id' | 'en' = 'id';
}
