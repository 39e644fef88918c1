import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, Transactions } from '@himpun/database';
import { FileSights } from '@himpun/files';
import { StandingRules } from '@himpun/groups';
import { Clock, DomainError, forbidden, newId, notFound, type Actor } from '@himpun/kernel';
import { Outbox } from '@himpun/outbox';
import type { Sealed } from '@himpun/vault';
import type { EntityManager } from 'typeorm';
import { maySeeStandingCase, type CaseScope } from '../standing/standing-case.access';
import { DisclosureReviews, type OpenedDisclosure } from './disclosure-reviews.service';
import { ownFiles } from './disclosure-rows';
import { DisclosureSeals } from './disclosure-seals';
import { filesFaults, tellingFaults } from './disclosure.policy';

const MOST_OPEN = 5;

/** What a member tells of their own accord. */
export interface Telling {
  membershipId: string;
  text: string;
  evidenceFileIds: readonly string[];
}

/** Something one told as a member. */
export interface ToldDisclosure {
  id: string;
  at: Date;
  groupNameId: string;
  groupNameEn: string;
  state: 'open' | 'settled';
}

interface Place {
  groupId: string;
  path: string[];
  open: number;
}

/** $1 membership, $2 person. */
const PLACE = `SELECT g.id AS "groupId", g.path, (SELECT count(*)::int FROM standing_cases s
    WHERE s.membership_id = m.id AND s.disclosure_id IS NOT NULL AND s.state = 'open') AS open
  FROM memberships m JOIN groups g ON g.id = m.group_id WHERE m.id = $1 AND m.person_id = $2 FOR UPDATE OF m`;

/** Members disclose after admission: a case opens, and nothing changes by itself. */
@Injectable()
export class MemberDisclosures {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly seals: DisclosureSeals,
    private readonly reviews: DisclosureReviews,
    private readonly sights: FileSights,
    private readonly rules: StandingRules,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Tells the officers of one's group. Announces `membership.standing_case_opened`. Returns the disclosure's id.
   * @throws membership.not_found, disclosure.invalid (reasons), disclosure.exhausted
   */
  async tell(actor: Actor, { membershipId, text, evidenceFileIds }: Telling): Promise<string> {
    const personId = actor.personId;
    if (!personId) throw forbidden('disclosure');
    const id = newId();
    const fileIds = [...new Set(evidenceFileIds)];
    const sealed = await this.seals.seal(id, { answers: [], text: text.trim() });
    return this.transactions.run(async (tx) => {
      const [place]: Place[] = await tx.query(PLACE, [membershipId, personId]);
      if (!place) throw notFound('membership');
      const faults = [
        ...tellingFaults(text),
        ...filesFaults(fileIds.length, await ownFiles(tx, personId, fileIds)),
      ];
      if (faults.length > 0) throw new DomainError('disclosure.invalid', INVALID, faults);
      if (place.open >= MOST_OPEN) throw new DomainError('disclosure.exhausted', ENOUGH);
      await this.keep(tx, { id, personId, membershipId, groupId: place.groupId, fileIds, sealed });
      const caseId = await this.openCase(tx, id, membershipId, place.groupId);
      const group = { id: place.groupId, path: place.path };
      await this.sights.give(tx, fileIds, group, { type: 'standing_case', id: caseId });
      await this.audit.record(tx, actor, {
        action: 'disclosure.told',
        subjectType: 'disclosure',
        subjectId: id,
        groupId: place.groupId,
        details: { caseId },
      });
      return id;
    });
  }

  /** What one told, newest first; the words are read by officers alone from then on. */
  mine(personId: string): Promise<ToldDisclosure[]> {
    return this.sql.rows<ToldDisclosure & Record<string, unknown>>(
      `SELECT d.id, d.created_at AS at, g.name_id AS "groupNameId", g.name_en AS "groupNameEn", s.state
       FROM disclosures d JOIN standing_cases s ON s.disclosure_id = d.id JOIN groups g ON g.id = d.group_id
       WHERE d.person_id = $1 ORDER BY d.id DESC LIMIT 100`,
      [personId],
    );
  }

  /** For an officer of the case. @throws standing_case.not_found, disclosure.not_found */
  async read(actor: Actor, caseId: string): Promise<OpenedDisclosure> {
    const found = await this.sql.row<CaseScope & { disclosureId: string | null } & Record<string, unknown>>(
      `SELECT m.person_id AS "personId", g.path AS "groupPath", s.disclosure_id AS "disclosureId"
       FROM standing_cases s JOIN memberships m ON m.id = s.membership_id JOIN groups g ON g.id = m.group_id WHERE s.id = $1`,
      [caseId],
    );
    if (!found || !maySeeStandingCase(actor, found)) throw notFound('standing_case');
    if (!found.disclosureId) throw notFound('disclosure');
    return this.reviews.readOfMember(actor, found.disclosureId, caseId);
  }

  private async keep(
    tx: EntityManager,
    told: {
      id: string;
      personId: string;
      membershipId: string;
      groupId: string;
      fileIds: string[];
      sealed: Sealed;
    },
  ): Promise<void> {
    const { id, personId, groupId, membershipId, fileIds, sealed } = told;
    await tx.query(
      `INSERT INTO disclosures (id, created_at, person_id, group_id, membership_id, needs_person, evidence_file_ids,
         sealed_answers, sealed_with, submitted_at) VALUES ($1, $2, $3, $4, $5, true, $6, $7, $8, $2)`,
      [id, this.clock.now(), personId, groupId, membershipId, fileIds, sealed.sealed, sealed.sealedWith],
    );
  }

  private async openCase(
    tx: EntityManager,
    disclosureId: string,
    membershipId: string,
    groupId: string,
  ): Promise<string> {
    const caseId = newId();
    const { version } = await this.rules.of(tx, groupId);
    await tx.query(
      `INSERT INTO standing_cases (id, created_at, membership_id, disclosure_id, change, proposal, rule_version)
       VALUES ($1, $2, $3, $4, 'disclosed', 'review', $5)`,
      [caseId, this.clock.now(), membershipId, disclosureId, version],
    );
    await this.outbox.announce(tx, 'membership.standing_case_opened', { caseId });
    return caseId;
  }
}

const INVALID = {
  id: 'Pengungkapan ini belum lengkap. Perbaiki yang ditandai.',
  en: 'This disclosure is not complete. Correct what is marked.',
};
const ENOUGH = {
  id: 'Petugas masih menimbang yang sudah Anda ungkapkan. Tunggu dulu keputusannya.',
  en: 'Officers are still weighing what you have disclosed. Wait for their word first.',
};
