import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

/** Paging by number, as tables show it. */
export class PageQuery {
  /** From 1. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  page: number = 1;

  /** Rows per page. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  pageSize: number = 20;
}
