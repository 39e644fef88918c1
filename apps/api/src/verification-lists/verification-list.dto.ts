import { Type } from 'class-transformer';
import { IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { DATE_FORMS, LIST_RESULTS, type DateForm, type ListResult } from '@himpun/credentials';
import { PageQuery } from '../http/page.dto';

/** What comes before the file of a new list. */
export class NewListFields {
  @IsUUID()
  groupId: string;

  /** What officers call the list, e.g. `RS Harapan, audit 2026`; left out: as its file is called. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string;

  /** For everybody in the list whose own authority is not given, e.g. `KTKI`. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  authority?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  profession?: string;
}

/** Headings by column, as written in the file; a column left out or empty is not read. */
export class ListColumnsDto {
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
  authority?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  profession?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  valid_until?: string;
}

/** How the file of a list is read. */
export class ListMappingDto {
  @ValidateNested()
  @Type(() => ListColumnsDto)
  columns: ListColumnsDto;

  /** In which order dates are written; ISO 8601 and names of months are understood in each. */
  @IsIn(DATE_FORMS)
  dates: DateForm;

  /** For everybody whose own authority is not given. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  authority?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  profession?: string;
}

/** Which people of a list. */
export class ListRowsQuery extends PageQuery {
  @IsOptional()
  @IsIn(LIST_RESULTS)
  result?: ListResult;

  /** Part of a name or number. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  text?: string;
}

/** Which people an export holds, and in which language. */
export class ListExportQuery {
  @IsIn(['id', 'en'])
  language: 'id' | 'en' = 'id';

  @IsOptional()
  @IsIn(LIST_RESULTS)
  result?: ListResult;
}
