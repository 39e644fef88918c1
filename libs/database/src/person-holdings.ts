import { Injectable } from '@nestjs/common';
import type { PersonHolding } from '@himpun/kernel';

/** Every column that names a person; each room names its own when it is built, and a test finds those that nobody named. */
@Injectable()
export class PersonHoldings {
  private readonly holdings = new Map<string, PersonHolding>();

  add(...holdings: readonly PersonHolding[]): void {
    for (const holding of holdings) {
      for (const name of [holding.table, holding.column, ...(holding.key ?? [])]) {
        if (!/^[a-z_]+$/.test(name)) throw new Error(`${name} is no name of a table or column of ours`);
      }
      this.holdings.set(`${holding.table}.${holding.column}`, holding);
    }
  }

  all(): readonly PersonHolding[] {
    return [...this.holdings.values()];
  }
}
