import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Transactions } from '@himpun/database';
import { CredentialFacts } from '@himpun/credentials';
import { Clock, notFound, stale, type Actor } from '@himpun/kernel';
import type { Requirement } from '@himpun/groups';
import type { EntityManager } from 'typeorm';
import { answerFaults } from '../requirement/answers.policy';
import { ApplicationCredential } from './application-credential.entity';
import { refusals } from './application-refusals';
import { mayChange } from './application.access';
import { Application, type KeptAnswer } from './application.entity';
import { ownApplication, type OwnApplication } from './own-application';

/** Fills in a draft, section by section. What was sent in is kept by the submission, so a draft's saves leave no trail. */
@Injectable()
export class ApplicationSections {
  constructor(
    private readonly transactions: Transactions,
    private readonly facts: CredentialFacts,
    private readonly clock: Clock,
  ) {}

  /**
   * Saves an answer over the version that the writer saw (0: none yet). The same answer again is no conflict, so that a
   * save whose reply got lost can be repeated.
   * @throws application.not_found, requirement.not_found, application.section_closed, application_section.invalid,
   * application_section.stale (details: current)
   */
  save(
    actor: Actor,
    applicationId: string,
    requirementId: string,
    answer: { version: number; value: unknown },
  ): Promise<KeptAnswer> {
    return this.transactions.run(async (tx) => {
      const own = await ownApplication(tx, actor, applicationId);
      const requirement = openRequirement(own, requirementId);
      const faults = answerFaults(requirement, answer.value);
      if (faults.length > 0) throw refusals.answer(faults);
      const current = own.answers[requirementId];
      if (current && isDeepStrictEqual(current.value, answer.value)) return current;
      if ((current?.version ?? 0) !== answer.version) {
        throw stale('application_section', { ...(current ?? { version: 0, value: null, savedAt: null }) });
      }
      const kept: KeptAnswer = {
        version: answer.version + 1,
        savedAt: this.clock.now().toISOString(),
        value: answer.value,
      };
      await tx.query(
        `UPDATE applications SET answers = answers || jsonb_build_object($2::text, $3::jsonb), version = version + 1
         WHERE id = $1`,
        [own.id, requirementId, JSON.stringify(kept)],
      );
      return kept;
    });
  }

  /**
   * Offers an own credential for a requirement; repeating it is harmless.
   * @throws application.not_found, requirement.not_found, credential.not_found, application_credential.mismatch,
   * application.section_closed
   */
  async offer(
    actor: Actor,
    applicationId: string,
    link: { requirementId: string; credentialId: string },
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      const own = await ownApplication(tx, actor, applicationId);
      const requirement = openRequirement(own, link.requirementId);
      const [fact] = await this.facts.of(tx, own.personId, [link.credentialId]);
      if (!fact) throw notFound('credential');
      if (fact.kind !== requirement.kind) throw refusals.otherKind();
      await tx
        .createQueryBuilder()
        .insert()
        .into(ApplicationCredential)
        .values({ ...link, applicationId: own.id, createdAt: this.clock.now() })
        .orIgnore()
        .execute();
      await touch(tx, own);
    });
  }

  /** Takes an offered credential back out; the credential itself stays. @throws as `offer` */
  async takeOut(
    actor: Actor,
    applicationId: string,
    link: { requirementId: string; credentialId: string },
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      const own = await ownApplication(tx, actor, applicationId);
      openRequirement(own, link.requirementId);
      await tx.delete(ApplicationCredential, { ...link, applicationId: own.id });
      await touch(tx, own);
    });
  }
}

function openRequirement(own: OwnApplication, requirementId: string): Requirement {
  const requirement = own.requirements.find(({ id }) => id === requirementId);
  if (!requirement) throw notFound('requirement');
  if (!mayChange(own, requirementId)) throw refusals.partClosed();
  return requirement;
}

async function touch(tx: EntityManager, own: OwnApplication): Promise<void> {
  await tx.update(Application, { id: own.id }, { version: own.version + 1 });
}
