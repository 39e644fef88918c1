import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQuery } from '../http/page.dto';

/** What is looked for in the directory. */
export class DirectoryQuery extends PageQuery {
  /** Part of a name; forgives typing mistakes. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  /** Only members of this group and the groups below it. */
  @IsOptional()
  @IsUUID()
  groupId?: string;
}
