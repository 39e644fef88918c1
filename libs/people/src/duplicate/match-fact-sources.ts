import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MatchFact, MatchFactSource } from './match-fact';

/** Who knows something by which a person is found again; each room names itself when it is built. */
@Injectable()
export class MatchFactSources {
  private readonly sources = new Set<MatchFactSource>();

  add(source: MatchFactSource): void {
    this.sources.add(source);
  }

  /** What all rooms know of the people. */
  async factsOf(tx: EntityManager, personIds: readonly string[]): Promise<MatchFact[]> {
    const facts: MatchFact[] = [];
    // One transaction is one connection: one question after another.
    for (const source of this.sources) facts.push(...(await source.factsOf(tx, personIds)));
    return facts;
  }
}
