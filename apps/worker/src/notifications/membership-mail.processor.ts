import { Injectable } from '@nestjs/common';
import { AccountContacts, type AccountContact } from '@himpun/identity';
import { Settings, type Bilingual } from '@himpun/kernel';
import {
  ApplicationLetters,
  CorrectionDeadlines,
  DecisionLetters,
  MembershipQueries,
  type ApplicationLetter,
} from '@himpun/membership';
import { Notifications, type MailData } from '@himpun/notifications';
import type { RelayedMessage } from '@himpun/outbox';
import { dayInWords } from './day-in-words';
import { MailProcessor } from './mail-processor';

/** Mails to applicants and new members. */
@Injectable()
export class MembershipMailProcessor extends MailProcessor {
  readonly queues = ['membership-mail'];

  constructor(
    notifications: Notifications,
    private readonly contacts: AccountContacts,
    private readonly letters: ApplicationLetters,
    private readonly memberships: MembershipQueries,
    private readonly decisions: DecisionLetters,
    private readonly deadlines: CorrectionDeadlines,
    private readonly settings: Settings,
  ) {
    super(notifications);
  }

  effect(message: RelayedMessage): Promise<void> {
    if (message.type === 'membership.membership_began') return this.welcome(message);
    return this.writeOfApplication(message);
  }

  private async writeOfApplication(message: RelayedMessage): Promise<void> {
    const letter = await this.letters.of(String(message.payload['applicationId']));
    const contact = letter && (await this.contacts.ofPerson(letter.personId));
    if (!letter || !contact) return;
    const mail = {
      name: contact.fullName,
      reference: letter.reference,
      group: { id: letter.groupNameId, en: letter.groupNameEn },
      url: `${this.settings.publicUrl}/applications/${letter.applicationId}`,
    };
    switch (message.type) {
      case 'membership.application_submitted':
        return this.write(message, contact, 'application_submitted', {
          ...mail,
          url: `${mail.url}/submitted`,
          decisionBy: dayInWords(letter.dueOn),
          contactEmail: letter.contactEmail,
        });
      case 'membership.correction_requested':
        return this.write(message, contact, 'correction_requested', {
          ...mail,
          items: itemsOf(letter),
          answerBy: dayInWords(letter.returned?.answerBy ?? null),
        });
      case 'membership.correction_reminder_due': {
        const lastDay = dayInWords(await this.deadlines.of(letter.applicationId));
        // Answered, or not closed any more by the rule of today: there is nothing to remind of.
        if (!lastDay) return;
        return this.write(message, contact, 'correction_reminder', { ...mail, lastDay });
      }
      case 'membership.application_approved':
        return this.ofDecision(message, contact, { ...mail, outcome: 'approved' });
      case 'membership.application_rejected':
        return this.ofDecision(message, contact, { ...mail, outcome: 'rejected' });
      default:
        return undefined;
    }
  }

  private async ofDecision(
    message: RelayedMessage,
    contact: AccountContact,
    mail: Omit<MailData['application_decided'], 'letter'>,
  ): Promise<void> {
    const { applicationId, decisionId } = message.payload;
    const letter = await this.decisions.forMail(contact.personId, String(applicationId), String(decisionId));
    if (!letter) return;
    const url = `${mail.url}/decision`;
    await this.write(message, contact, 'application_decided', { ...mail, letter, url });
  }

  private async welcome(message: RelayedMessage): Promise<void> {
    const card = await this.memberships.card(String(message.payload['membershipId']));
    const contact = card && (await this.contacts.ofPerson(card.personId));
    if (!card || !contact) return;
    await this.write(message, contact, 'membership_began', {
      name: contact.fullName,
      group: { id: card.groupNameId, en: card.groupNameEn },
      number: card.number,
      url: `${this.settings.publicUrl}/check/${card.cardCode}`,
    });
  }
}

/** What to correct, named as the applicant's page names it. */
function itemsOf({ returned, titles }: ApplicationLetter): { title: Bilingual; note: string }[] {
  return (returned?.items ?? []).map(({ requirementId, note }) => ({
    title: titles[requirementId] ?? DETAILS,
    note,
  }));
}

const DETAILS = { id: 'Data diri', en: 'Your details' };
