import { Injectable } from '@nestjs/common';
import { Transactions } from '@himpun/database';
import { DomainError, type Actor } from '@himpun/kernel';
import type { RequirementFacts } from '../requirement/requirement-facts';
import { RequirementFactsQueries } from '../requirement/requirement-facts.queries';
import { takeUp } from '../review/reviewed-application';
import { DecisionWriter, decidedState, type Decided } from './decision-writer.service';
import { decisionRuleFor, type DecisionWish } from './decision.policy';
import { factsHash, plain } from './facts-hash';
import { wantsVotes } from './panel.policy';

/** A decision as an officer sends it. */
export interface NewDecision extends DecisionWish {
  /** The application's version that the officer saw. */
  version: number;
  /** The hash of the facts that the officer saw; a check that ended meanwhile makes it another. Null to skip. */
  factsHash: string | null;
}

/** Decides applications on the evidence, once each, where the rule leaves it to one officer. */
@Injectable()
export class Decisions {
  constructor(
    private readonly transactions: Transactions,
    private readonly facts: RequirementFactsQueries,
    private readonly writer: DecisionWriter,
  ) {}

  /**
   * Approves or rejects a submitted application. Stores the rule's version, the facts and the results it rested on; an
   * approval begins the membership where nothing is left to do.
   * @throws application.not_found, application.forbidden, application.stale, decision.closed, decision.panel_conflict (the
   *   rule wants votes), decision.stale, decision.refused (with reasons)
   */
  async decide(actor: Actor, applicationId: string, wish: NewDecision): Promise<Decided> {
    return this.transactions.run(async (tx) => {
      const reviewed = await takeUp(tx, actor, 'decide', applicationId, wish.version);
      decidedState(reviewed.state, wish.outcome);
      const facts = plain(await this.facts.of(tx, reviewed));
      if (wantsVotes(decisionRuleFor(reviewed.decision, facts))) {
        throw new DomainError('decision.panel_conflict', BY_VOTES);
      }
      assertSeen(facts, wish.factsHash);
      return this.writer.write(tx, actor, reviewed, wish, facts, null);
    });
  }
}

/** Nobody decides on what they have not seen. @throws decision.stale (details: factsHash) */
export function assertSeen(facts: RequirementFacts, seenHash: string | null): void {
  const now = factsHash(facts);
  if (seenHash !== null && seenHash !== now) {
    throw new DomainError('decision.stale', CHANGED, [], { factsHash: now });
  }
}

const CHANGED = {
  id: 'Bukti permohonan ini berubah sejak Anda membukanya, misalnya karena pemeriksaan selesai. Lihat kembali sebelum memutuskan.',
  en: 'The evidence has changed since you opened it, for example because a check ended. Look again before you decide.',
};
const BY_VOTES = {
  id: 'Menurut aturan kelompok ini, lebih dari satu petugas yang memutuskan. Berikan suara Anda.',
  en: 'By this group’s rules more than one officer decides. Cast your vote.',
};
