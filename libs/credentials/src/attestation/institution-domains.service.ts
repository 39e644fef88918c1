import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@himpun/audit';
import { Sql, Transactions, violates } from '@himpun/database';
import { GroupQueries } from '@himpun/groups';
import { Clock, DomainError, forbidden, holdsPower, newId, notFound, type Actor } from '@himpun/kernel';
import {
  asciiDomain,
  domainFault,
  domainOfAddress,
  institutionWords,
  isWithin,
} from './institution-domain.policy';
import { InstitutionDomain } from './institution-domain.entity';

/** A domain that officers vouch for. */
export interface NewInstitutionDomain {
  groupId: string;
  institution: string;
  domain: string;
  contactEmail: string | null;
  /** How they know. */
  reason: string;
}

/** One line of a group's list, ended ones too. */
export interface DomainLine extends Record<string, unknown> {
  id: string;
  institution: string;
  domain: string;
  contactEmail: string | null;
  reason: string;
  addedBy: string | null;
  createdAt: Date;
  endedAt: Date | null;
  endedReason: string | null;
}

/** Domains of institutions that the reference list does not know. Recorded by who decides on trust, not by who asks. */
@Injectable()
export class InstitutionDomains {
  constructor(
    private readonly transactions: Transactions,
    private readonly sql: Sql,
    private readonly groups: GroupQueries,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** The group's own list, those in force first; all, or those with `q` in institution or domain. @throws institution_domain.forbidden */
  async listOf(actor: Actor, groupId: string, q = ''): Promise<DomainLine[]> {
    const { path } = await this.groups.get(groupId);
    if (!holdsPower(actor, 'issuers.trust', path) && !holdsPower(actor, 'licences.check', path)) {
      throw forbidden('institution_domain');
    }
    return this.sql.rows<DomainLine>(
      `SELECT d.id, d.institution, d.domain, d.contact_email AS "contactEmail", d.reason, p.full_name AS "addedBy",
         d.created_at AS "createdAt", d.ended_at AS "endedAt", d.ended_reason AS "endedReason"
       FROM institution_domains d LEFT JOIN people p ON p.id = d.added_by
       WHERE d.group_id = $1 AND ($2 = '' OR strpos(lower(d.institution || ' ' || d.domain), lower($2)) > 0) ORDER BY d.ended_at DESC NULLS FIRST, d.institution, d.id LIMIT 500`,
      [groupId, q.trim()],
    );
  }

  /**
   * Records a domain; returns its id.
   * @throws group.not_found, institution_domain.forbidden, institution_domain.invalid, institution_domain.taken
   */
  async record(actor: Actor, wanted: NewInstitutionDomain): Promise<string> {
    const group = await this.groups.get(wanted.groupId);
    if (!holdsPower(actor, 'issuers.trust', group.path)) throw forbidden('institution_domain');
    const domain = asciiDomain(wanted.domain);
    const fault = domain === null ? NO_DOMAIN : domainFault(domain);
    if (domain === null || fault) throw invalid({ ...(fault ?? NO_DOMAIN), field: 'domain' });
    const contact = wanted.contactEmail === null ? null : domainOfAddress(wanted.contactEmail);
    if (wanted.contactEmail !== null && (contact === null || !isWithin(contact, domain)))
      throw invalid(ELSEWHERE);
    try {
      return await this.enter(actor, { ...wanted, domain });
    } catch (error) {
      if (violates(error, 'institution_domains_open')) throw taken();
      throw error;
    }
  }

  /** From now on nobody is asked there; questions under way stay. @throws institution_domain.not_found */
  async end(actor: Actor, id: string, reason: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const line = await tx.findOne(InstitutionDomain, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      const [group]: { path: string[] }[] = await tx.query('SELECT path FROM groups WHERE id = $1', [
        line?.groupId,
      ]);
      if (!line || !group || !holdsPower(actor, 'issuers.trust', group.path))
        throw notFound('institution_domain');
      if (line.endedAt) return;
      await tx.update(InstitutionDomain, { id }, { endedAt: this.clock.now(), endedReason: reason });
      await this.audit.record(tx, actor, {
        action: 'institution_domain.ended',
        subjectType: 'institution_domain',
        subjectId: id,
        groupId: line.groupId,
        reason,
      });
    });
  }

  private enter(actor: Actor, wanted: NewInstitutionDomain): Promise<string> {
    return this.transactions.run(async (tx) => {
      const id = newId();
      const institutionKey = institutionWords(wanted.institution).join(' ');
      await tx.insert(InstitutionDomain, {
        ...wanted,
        id,
        createdAt: this.clock.now(),
        institutionKey,
        addedBy: actor.personId,
      });
      await this.audit.record(tx, actor, {
        action: 'institution_domain.recorded',
        subjectType: 'institution_domain',
        subjectId: id,
        groupId: wanted.groupId,
        reason: wanted.reason,
        details: {
          institution: wanted.institution,
          domain: wanted.domain,
          contact: wanted.contactEmail !== null,
        },
      });
      return id;
    });
  }
}

const NO_DOMAIN = {
  code: 'domain_wrong',
  field: 'domain',
  text: { id: 'Isi domain, misalnya contoh.ac.id.', en: 'Enter a domain, for example example.ac.id.' },
};
const ELSEWHERE = {
  code: 'contact_elsewhere',
  field: 'contactEmail',
  text: { id: 'Alamat ini tidak berada di domain itu.', en: 'This address does not lie in that domain.' },
};

function invalid(fault: typeof NO_DOMAIN): DomainError {
  return new DomainError('institution_domain.invalid', fault.text, [fault]);
}

function taken(): DomainError {
  return new DomainError('institution_domain.taken', {
    id: 'Domain ini sudah tercatat untuk lembaga itu.',
    en: 'This domain is on record for that institution already.',
  });
}
