import { Injectable } from '@nestjs/common';
import { Transactions } from '@himpun/database';
import { Acknowledgements, type NewAcknowledgement } from '@himpun/ethics';
import type { Actor } from '@himpun/kernel';
import { AcknowledgementRounds } from '../acknowledgement/acknowledgement-rounds.service';
import { lockPerson, Memberships } from './memberships.service';

/** What came of an acknowledgement. */
export interface Admission {
  acknowledgementId: string;
  /** Memberships that began with it; usually none or one. */
  membershipIds: string[];
}

/** The applicant's last step: acknowledging the code, with which a membership begins where it was approved before. */
@Injectable()
export class Admissions {
  constructor(
    private readonly transactions: Transactions,
    private readonly acknowledgements: Acknowledgements,
    private readonly memberships: Memberships,
    private readonly rounds: AcknowledgementRounds,
  ) {}

  /** @throws code.not_found, code.stale, acknowledgement.incomplete (with reasons) */
  async acknowledge(actor: Actor, codeId: string, said: NewAcknowledgement): Promise<Admission> {
    return this.transactions.run(async (tx) => {
      if (actor.personId) await lockPerson(tx, actor.personId);
      const { id, groupId } = await this.acknowledgements.acknowledge(tx, actor, codeId, said);
      if (actor.personId) await this.rounds.settleLate(tx, actor.personId, groupId);
      const membershipIds = actor.personId
        ? await this.memberships.beginAllOf(tx, actor, actor.personId)
        : [];
      return { acknowledgementId: id, membershipIds };
    });
  }
}
