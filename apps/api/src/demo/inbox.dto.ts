import { IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../http/page.dto';

/** Which mails to show. */
export class InboxQuery extends PageQuery {
  /** Only those to this address, in any case. */
  @IsOptional()
  @IsString()
  @MaxLength(254)
  email?: string;
}
