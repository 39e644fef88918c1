import { Injectable } from '@nestjs/common';
import { AccountContacts } from '@himpun/identity';
import { Settings } from '@himpun/kernel';
import { SponsorshipQueries, type SponsorLetter } from '@himpun/membership';
import { Notifications } from '@himpun/notifications';
import type { RelayedMessage } from '@himpun/outbox';
import { MailProcessor } from './mail-processor';
import { momentIn } from './moment';

/** Mails to sponsors, and to applicants about their answers. */
@Injectable()
export class SponsorMailProcessor extends MailProcessor {
  readonly queues = ['sponsor-mail'];

  constructor(
    notifications: Notifications,
    private readonly contacts: AccountContacts,
    private readonly sponsorships: SponsorshipQueries,
    private readonly settings: Settings,
  ) {
    super(notifications);
  }

  async effect(message: RelayedMessage): Promise<void> {
    const letter = await this.sponsorships.letter(String(message.payload['sponsorshipId']));
    if (!letter) return;
    if (message.type === 'membership.sponsor_answered') return this.toApplicant(message, letter);
    return this.toSponsor(message, letter);
  }

  /** Answered or taken back by now: a mail would ask for nothing. Where nobody was found there is nobody to write to. */
  private async toSponsor(message: RelayedMessage, letter: SponsorLetter): Promise<void> {
    if (letter.sponsorId === null || letter.state !== 'asked') return;
    await this.write(message, await this.contacts.ofPerson(letter.sponsorId), 'sponsor_asked', {
      name: letter.sponsorName ?? '',
      applicant: letter.applicantName,
      group: { id: letter.groupNameId, en: letter.groupNameEn },
      until: momentIn(letter.expiresAt, letter.zone),
      isReminder: message.type === 'membership.sponsor_reminder_due',
      url: `${this.settings.publicUrl}/sponsorships`,
    });
  }

  private async toApplicant(message: RelayedMessage, letter: SponsorLetter): Promise<void> {
    const contact = await this.contacts.ofPerson(letter.applicantId);
    const page = `${this.settings.publicUrl}/applications/${letter.applicationId}`;
    const mail = { name: letter.applicantName, named: letter.named, reference: letter.reference };
    if (letter.state === 'confirmed') {
      return this.write(message, contact, 'sponsor_confirmed', { ...mail, url: page });
    }
    if (letter.state === 'declined' || letter.state === 'expired') {
      const url = `${page}/sponsors/${letter.requirementId}`;
      return this.write(message, contact, 'sponsor_unavailable', { ...mail, url });
    }
  }
}
