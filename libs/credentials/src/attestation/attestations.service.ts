import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Transactions, violates } from '@himpun/database';
import {
  Clock,
  DomainError,
  newId,
  newPublicCode,
  nextState,
  notFound,
  Settings,
  type Actor,
  type Language,
} from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { EntityManager } from 'typeorm';
import type { ConflictsOf } from '../check/check-reviews.service';
import { Attestation } from './attestation.entity';
import { AttestationContacts, type AttestationContact } from './attestation-contact';
import { ISSUER_ATTESTATION, openCheck } from './attestation-check.sql';
import { ATTESTATION_TRANSITIONS } from './attestation.states';
import { attestationToken, tokenHash } from './attestation-token';
import { attestedClaim, issuerOf } from './attested-claim.policy';
import { JudgedChecks, type JudgedCheck } from './judged-checks';
import { VerificationRules } from './verification-rules.service';

/** Where an officer wants an institution to be asked. */
export interface AttestationWish {
  email: string;
  /** Of the mail; its reader may choose another. */
  language: Language;
}

/** Asks those who issued a credential whether one claim is so. */
@Injectable()
export class Attestations {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly contacts: AttestationContacts,
    private readonly rules: VerificationRules,
    private readonly checks: JudgedChecks,
  ) {}

  /**
   * Asks about the claim of a check; the answer becomes a check of its own, of the source `issuer_attestation`. Announces
   * `credentials.attestation_asked`, which sends the mail. Returns the question's id.
   * @throws check.not_found, check.forbidden, attestation.contact_invalid, attestation.open_conflict,
   * attestation.without_issuer
   */
  async ask(actor: Actor, checkId: string, wish: AttestationWish, conflictsOf: ConflictsOf): Promise<string> {
    try {
      return await this.transactions.run(async (tx) => {
        const check = await this.checks.forActor(tx, actor, checkId, conflictsOf);
        const contact = await this.contacts.allowed(tx, aboutOf(check), wish.email);
        return this.enter(tx, actor, check, { ...contact, language: wish.language });
      });
    } catch (error) {
      if (violates(error, 'attestations_one_open')) throw alreadyOpen();
      throw error;
    }
  }

  /**
   * Asks about every claim of an origin for which the group's rules want it and a contact is recorded, once each.
   * Called for the system; asking again changes nothing.
   */
  async askByRule(actor: Actor, originType: string, originId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      for (const check of await this.checks.unasked(tx, originType, originId)) {
        const terms = await this.rules.inForce(tx, check.groupId);
        if (!terms.askIssuerFor.includes(check.kind) || issuerOf(check.kind, check.claim) === null) continue;
        const contact = await this.contacts.recordedContact(tx, aboutOf(check));
        if (contact) await this.enter(tx, actor, check, { ...contact, language: 'id' });
      }
    });
  }

  /**
   * Takes a question back: its link is dead from now on, and its check ends without an answer.
   * @throws attestation.not_found, check.forbidden, attestation.ended_closed
   */
  async withdraw(actor: Actor, id: string, reason: string, conflictsOf: ConflictsOf): Promise<void> {
    await this.transactions.run(async (tx) => {
      const { question, check } = await this.judged(tx, actor, id, conflictsOf);
      if (!nextState(ATTESTATION_TRANSITIONS, question.state, 'withdraw')) throw hasEnded();
      await this.end(tx, actor, question, check, reason);
      await this.outbox.announce(tx, 'credentials.check_requested', {
        checkId: question.checkId,
        source: ISSUER_ATTESTATION,
      });
    });
  }

  /**
   * Asks anew under another link, perhaps elsewhere; an older link that was open is dead. Returns the new question's id.
   * @throws attestation.not_found, check.forbidden, attestation.contact_invalid, attestation.open_conflict
   */
  async renew(actor: Actor, id: string, wish: AttestationWish, conflictsOf: ConflictsOf): Promise<string> {
    try {
      return await this.transactions.run(async (tx) => {
        const { question, check } = await this.judged(tx, actor, id, conflictsOf);
        const contact = await this.contacts.allowed(tx, aboutOf(check), wish.email);
        if (nextState(ATTESTATION_TRANSITIONS, question.state, 'withdraw')) {
          await this.end(tx, actor, question, check, REPLACED);
        }
        return this.enter(tx, actor, check, { ...contact, language: wish.language, replacesId: id });
      });
    } catch (error) {
      if (violates(error, 'attestations_one_open')) throw alreadyOpen();
      throw error;
    }
  }

  private async judged(
    tx: EntityManager,
    actor: Actor,
    id: string,
    conflictsOf: ConflictsOf,
  ): Promise<{ question: Attestation; check: JudgedCheck }> {
    const question = await tx.findOne(Attestation, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!question) throw notFound('attestation');
    return { question, check: await this.checks.forActor(tx, actor, question.checkId, conflictsOf) };
  }

  private async end(
    tx: EntityManager,
    actor: Actor,
    question: Attestation,
    check: JudgedCheck,
    reason: string,
  ): Promise<void> {
    await tx.update(
      Attestation,
      { id: question.id },
      { state: 'withdrawn', endedAt: this.clock.now(), endedBy: actor.personId, endedReason: reason },
    );
    await this.audit.record(tx, actor, {
      action: 'attestation.withdrawn',
      subjectType: 'attestation',
      subjectId: question.id,
      groupId: check.groupId,
      reason,
      details: { checkId: question.checkId },
    });
  }

  private async enter(
    tx: EntityManager,
    actor: Actor,
    check: JudgedCheck,
    wish: AttestationContact & { language: Language; replacesId?: string },
  ): Promise<string> {
    const id = newId();
    const { institution } = aboutOf(check);
    const { linkDays, reminderDays } = await this.rules.inForce(tx, check.groupId);
    const checkId = await openCheck(tx, newId(), check.id, this.clock.now());
    await tx.insert(Attestation, {
      id,
      createdAt: this.clock.now(),
      checkId,
      reference: newPublicCode(),
      institution,
      contactEmail: wish.email,
      domain: wish.domain,
      domainId: wish.domainId,
      language: wish.language,
      claim: attestedClaim(check.kind, check.claim, check.fullName),
      askedBy: actor.personId,
      replacesId: wish.replacesId ?? null,
      linkDays,
      reminderDays: [...reminderDays],
      tokenHash: tokenHash(attestationToken(this.settings.secret, id)),
      state: 'asked',
    });
    await this.audit.record(tx, actor, {
      action: wish.replacesId ? 'attestation.renewed' : 'attestation.asked',
      subjectType: 'attestation',
      subjectId: id,
      groupId: check.groupId,
      details: { checkId, institution, domain: wish.domain, replaces: wish.replacesId ?? null },
    });
    await this.outbox.announce(tx, 'credentials.attestation_asked', { attestationId: id });
    return id;
  }
}

/** Said of a question that a newer one took the place of. */
export const REPLACED = 'replaced';

function aboutOf(check: JudgedCheck): { groupId: string; personId: string; institution: string } {
  const institution = issuerOf(check.kind, check.claim);
  if (institution === null) throw withoutIssuer();
  return { groupId: check.groupId, personId: check.personId, institution };
}

function alreadyOpen(): DomainError {
  return new DomainError('attestation.open_conflict', {
    id: 'Lembaga ini sudah ditanya dan tautannya masih berlaku. Tarik dulu, atau kirim ulang.',
    en: 'The institution has been asked already, and the link still holds. Withdraw it first, or send it anew.',
  });
}

function hasEnded(): DomainError {
  return new DomainError('attestation.ended_closed', {
    id: 'Pertanyaan ini sudah selesai.',
    en: 'This question has ended already.',
  });
}

function withoutIssuer(): DomainError {
  return new DomainError('attestation.without_issuer', {
    id: 'Isian ini tidak menyebut lembaga yang dapat ditanya.',
    en: 'This claim names no institution that could be asked.',
  });
}
