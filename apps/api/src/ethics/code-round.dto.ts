import { IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../http/page.dto';

/** Whom to show of those who are missing. */
export class MissingQuery extends PageQuery {
  /** Part of a name. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
}
