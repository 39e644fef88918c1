import { Injectable } from '@nestjs/common';
import { DomainError, type Reason } from '@himpun/kernel';
import type { EntityManager } from 'typeorm';
import { domainFault, domainOfAddress, institutionWords, isWithin } from './institution-domain.policy';
import { KnownInstitutions } from './known-institutions';

/** An address that an institution may be asked at, and why it is believed to be the institution's. */
export interface AttestationContact {
  email: string;
  /** The institution's domain. */
  domain: string;
  /** The officers' record; null where the reference list knows the domain. */
  domainId: string | null;
}

interface Recorded {
  id: string;
  domain: string;
  contactEmail: string | null;
}

const RECORDED = `
  SELECT d.id, d.domain, d.contact_email AS "contactEmail"
  FROM institution_domains d JOIN groups g ON d.group_id = ANY (g.path)
  WHERE g.id = $1 AND d.institution_key = $2 AND d.ended_at IS NULL
  ORDER BY array_position(g.path, d.group_id) DESC, d.id`;

/** Decides where an institution may be asked: only in its own domains, and never at the applicant's own address. */
@Injectable()
export class AttestationContacts {
  constructor(private readonly known: KnownInstitutions) {}

  /** @throws attestation.contact_invalid with the reason */
  async allowed(
    tx: EntityManager,
    about: { groupId: string; personId: string; institution: string },
    typed: string,
  ): Promise<AttestationContact> {
    const domain = domainOfAddress(typed);
    if (domain === null) throw refused(NO_ADDRESS);
    const fault = domainFault(domain);
    if (fault) throw refused(fault);
    const [local = ''] = typed.trim().split('@');
    const email = `${local}@${domain}`;
    if (await this.isOwn(tx, about.personId, email)) throw refused(OWN);
    const recorded = await this.recorded(tx, about);
    const record = recorded.find((line) => isWithin(domain, line.domain));
    if (record) return { email, domain: record.domain, domainId: record.id };
    const listed = this.known.matching(about.institution, domain);
    if (listed !== null) return { email, domain: listed, domainId: null };
    throw refused(elsewhere(about.institution, this.known.ownersOf(domain)));
  }

  /** The contact that officers recorded for rules to ask; null where there is none. */
  async recordedContact(
    tx: EntityManager,
    about: { groupId: string; personId: string; institution: string },
  ): Promise<AttestationContact | null> {
    const [line] = (await this.recorded(tx, about)).filter(({ contactEmail }) => contactEmail !== null);
    if (!line?.contactEmail || (await this.isOwn(tx, about.personId, line.contactEmail))) return null;
    return { email: line.contactEmail, domain: line.domain, domainId: line.id };
  }

  private recorded(
    tx: EntityManager,
    { groupId, institution }: { groupId: string; institution: string },
  ): Promise<Recorded[]> {
    return tx.query(RECORDED, [groupId, institutionWords(institution).join(' ')]);
  }

  private async isOwn(tx: EntityManager, personId: string, email: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      'SELECT 1 FROM accounts WHERE person_id = $1 AND lower(email) = lower($2)',
      [personId, email],
    );
    return rows.length > 0;
  }
}

function refused(reason: Reason): DomainError {
  return new DomainError('attestation.contact_invalid', reason.text, [reason]);
}

function elsewhere(institution: string, owners: readonly string[]): Reason {
  const [owner] = owners;
  const whose = owner
    ? { id: ` Menurut daftar, domain ini milik ${owner}.`, en: ` By the list, this domain is ${owner}’s.` }
    : { id: '', en: '' };
  return {
    code: 'domain_elsewhere',
    field: 'email',
    text: {
      id: `Alamat ini tidak berada di domain yang diketahui milik ${institution}.${whose.id} Pengurus dapat mencatat domainnya beserta alasannya.`,
      en: `This address is in no domain known to be ${institution}’s.${whose.en} Officers can record the domain with a reason.`,
    },
  };
}

const NO_ADDRESS: Reason = {
  code: 'address_wrong',
  field: 'email',
  text: { id: 'Isi satu alamat surel.', en: 'Enter one e-mail address.' },
};
const OWN: Reason = {
  code: 'address_own',
  field: 'email',
  text: {
    id: 'Ini alamat pemohon sendiri. Lembaga yang harus menjawab, bukan yang ditanyakan.',
    en: 'This is the applicant’s own address. The institution has to answer, not the person in question.',
  },
};
