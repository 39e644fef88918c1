import { Injectable } from '@nestjs/common';

/** Where sealed values lie: names of our own code, never input. */
export interface SealedColumn {
  table: string;
  /** `bytea`; null where nothing is kept any more. */
  column: string;
  /** References `data_keys`. */
  keyColumn: string;
}

/** Every column that a rotation has to seal anew; each room names its own when it is built. */
@Injectable()
export class SealedColumns {
  private readonly columns: SealedColumn[] = [];

  add(column: SealedColumn): void {
    for (const name of Object.values(column) as string[]) {
      if (!/^[a-z_]+$/.test(name)) throw new Error(`${name} is no name of a table or column of ours`);
    }
    this.columns.push(column);
  }

  all(): readonly SealedColumn[] {
    return this.columns;
  }
}

/** What binds a sealed value to its place. */
export function placeOf({ table, column }: Pick<SealedColumn, 'table' | 'column'>, rowId: string): string {
  return `${table}.${column}:${rowId}`;
}
