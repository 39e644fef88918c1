import { Injectable } from '@nestjs/common';
import { ExpiryReminders, RenewalAnswers } from '@himpun/credentials';
import { AccountContacts } from '@himpun/identity';
import { Clock, Settings, type Bilingual } from '@himpun/kernel';
import { AcknowledgementRoundQueries, StandingCaseQueries, type StandingCaseRow } from '@himpun/membership';
import { Notifications } from '@himpun/notifications';
import type { RelayedMessage } from '@himpun/outbox';
import { dayInWords } from './day-in-words';
import { MailProcessor } from './mail-processor';

/** Mails about what keeps a member's standing. */
@Injectable()
export class StandingMailProcessor extends MailProcessor {
  readonly queues = ['standing-mail'];

  constructor(
    notifications: Notifications,
    private readonly contacts: AccountContacts,
    private readonly reminders: ExpiryReminders,
    private readonly renewals: RenewalAnswers,
    private readonly cases: StandingCaseQueries,
    private readonly rounds: AcknowledgementRoundQueries,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {
    super(notifications);
  }

  effect(message: RelayedMessage): Promise<void> {
    switch (message.type) {
      case 'credentials.expiry_near':
        return this.ofLastDay(message);
      case 'credentials.renewal_confirmed':
        return this.ofRenewal(message);
      case 'membership.acknowledgement_due':
        return this.ofCode(message);
      default:
        return this.ofCase(message);
    }
  }

  private async ofLastDay(message: RelayedMessage): Promise<void> {
    const letter = await this.reminders.letter(String(message.payload['reminderId']));
    const contact = letter && (await this.contacts.ofPerson(letter.personId));
    if (!letter || !contact) return;
    await this.write(message, contact, 'credential_expiring', {
      name: contact.fullName,
      credential: credentialInWords(letter.kind, letter.claim.number ?? letter.claim.title),
      group: { id: letter.groupNameId, en: letter.groupNameEn },
      lastDay: dayInWords(letter.expiresOn) ?? NO_DAY,
      isOver: letter.expiresOn < this.clock.today(letter.zone),
      url: `${this.settings.publicUrl}/credentials#${letter.credentialId}`,
    });
  }

  private async ofRenewal(message: RelayedMessage): Promise<void> {
    const letter = await this.renewals.letter(String(message.payload['renewalId']));
    const contact = letter && (await this.contacts.ofPerson(letter.personId));
    if (!letter || !contact) return;
    await this.write(message, contact, 'credential_renewed', {
      name: contact.fullName,
      credential: credentialInWords(letter.kind, letter.credential),
      group: { id: letter.groupNameId, en: letter.groupNameEn },
      lastDay: letter.lastDay === null ? null : dayInWords(letter.lastDay),
      url: `${this.settings.publicUrl}/credentials`,
    });
  }

  private async ofCode(message: RelayedMessage): Promise<void> {
    const letter = await this.rounds.letter(String(message.payload['requestId']));
    const contact = letter && (await this.contacts.ofPerson(letter.personId));
    if (!letter || !contact) return;
    const { changesId: id, changesEn: en } = letter;
    await this.write(message, contact, 'acknowledgement_due', {
      name: contact.fullName,
      group: { id: letter.groupNameId, en: letter.groupNameEn },
      edition: letter.edition,
      changes: id !== null && en !== null ? { id, en } : null,
      lastDay: dayInWords(letter.acknowledgeBy) ?? NO_DAY,
      isLate: letter.acknowledgeBy < this.clock.today(letter.zone),
      url: `${this.settings.publicUrl}/groups/${letter.groupId}/code`,
    });
  }

  private async ofCase(message: RelayedMessage): Promise<void> {
    const found = await this.cases.one(String(message.payload['caseId']));
    const contact = found && (await this.contacts.ofPerson(found.personId));
    if (!found || !contact) return;
    const mail = { name: contact.fullName, group: { id: found.groupNameId, en: found.groupNameEn } };
    const { publicUrl } = this.settings;
    if (message.type === 'membership.standing_case_settled') {
      if (!found.verdict) return;
      return this.write(message, contact, 'standing_case_settled', {
        ...mail,
        verdict: found.verdict,
        reason: found.settledReason ?? '',
        url: `${publicUrl}/memberships`,
      });
    }
    if (found.disclosureId) {
      return this.write(message, contact, 'disclosure_received', {
        ...mail,
        url: `${publicUrl}/disclosures`,
      });
    }
    await this.write(message, contact, 'standing_case_opened', {
      ...mail,
      credential: credentialInWords(found.kind, found.credentialNumber ?? found.title),
      finding: findingOf(found),
      url: `${publicUrl}/memberships`,
    });
  }
}

const NO_DAY: Bilingual = { id: '–', en: '–' };

const KINDS: Readonly<Record<string, Bilingual>> = {
  licence: { id: 'lisensi', en: 'licence' },
  certification: { id: 'sertifikat', en: 'certificate' },
  education: { id: 'ijazah', en: 'diploma' },
  experience: { id: 'pengalaman kerja', en: 'employment' },
};

const CODE: Bilingual = { id: 'kode etik', en: 'the code of ethics' };

function credentialInWords(kind: string | null, name: string | null): Bilingual {
  const word = KINDS[kind ?? ''] ?? CODE;
  const rest = name ? ` ${name}` : '';
  return { id: `${word.id}${rest}`, en: `${word.en}${rest}` };
}

/** The source's first reason; a case without a check is about the code. */
function findingOf({ change, reasons }: StandingCaseRow): Bilingual {
  if (change === 'late') return LATE;
  if (change === 'renewal') return RENEWAL;
  if (change === 'restored') return RESTORED;
  return reasons?.[0]?.text ?? OTHER;
}

const LATE: Bilingual = {
  id: 'Edisi baru kode etik belum Anda setujui, dan tenggatnya sudah lewat.',
  en: 'You have not acknowledged its new edition yet, and the deadline has passed.',
};
const RESTORED: Bilingual = {
  id: 'Sumbernya mengonfirmasi kredensial ini lagi.',
  en: 'Its source confirms it again.',
};
const RENEWAL: Bilingual = {
  id: 'Perpanjangannya belum dapat dikonfirmasi oleh sumbernya.',
  en: 'Its source could not confirm the renewal yet.',
};
const OTHER: Bilingual = {
  id: 'Jawaban sumber berbeda dari sebelumnya.',
  en: 'The source’s answer differs from the last one.',
};
