import { Inject, Injectable } from '@nestjs/common';
import type { Claim } from '../credential/claim';
import type { CheckSource, CoverageContext } from './check-source';
import { MANUAL } from './coverage.policy';

/** The list that `credentials.module.ts` makes: sources in our own house, then every line of `registry-list.ts`. */
export const CHECK_SOURCES = Symbol('check sources');

/** Every source there is, in the order in which people read of them. */
@Injectable()
export class CheckSources {
  constructor(@Inject(CHECK_SOURCES) readonly all: readonly CheckSource[]) {}

  /** Ids of the sources that can say something about the claim; a person where none can. */
  covering(claim: Claim, context: CoverageContext): string[] {
    const unused = context.unusedSources ?? [];
    const used = this.all.filter(({ id }) => !unused.includes(id));
    const ids = used.filter((source) => source.covers(claim, context)).map(({ id }) => id);
    return ids.length > 0 ? ids : [MANUAL];
  }

  /** The source of this id; undefined for a person, and for one that an older version knew. */
  named(id: string): CheckSource | undefined {
    return this.all.find((source) => source.id === id);
  }
}
