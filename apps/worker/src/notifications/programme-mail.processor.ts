import { Injectable } from '@nestjs/common';
import { CertificateQueries } from '@himpun/certificates';
import { AccountContacts } from '@himpun/identity';
import { Settings } from '@himpun/kernel';
import { Notifications } from '@himpun/notifications';
import type { RelayedMessage } from '@himpun/outbox';
import { RegistrationLetters } from '@himpun/programmes';
import { MailProcessor } from './mail-processor';
import { momentIn } from './moment';

/** Mails about places in activities and about certificates. */
@Injectable()
export class ProgrammeMailProcessor extends MailProcessor {
  readonly queues = ['programme-mail'];

  constructor(
    notifications: Notifications,
    private readonly contacts: AccountContacts,
    private readonly letters: RegistrationLetters,
    private readonly certificates: CertificateQueries,
    private readonly settings: Settings,
  ) {
    super(notifications);
  }

  effect(message: RelayedMessage): Promise<void> {
    if (message.type === 'certificates.issued') return this.writeOfCertificate(message);
    return this.writeOfPlace(message);
  }

  private async writeOfPlace(message: RelayedMessage): Promise<void> {
    const letter = await this.letters.of(String(message.payload['registrationId']));
    const contact = letter && (await this.contacts.ofPerson(letter.personId));
    if (!letter || !contact) return;
    const mail = {
      name: contact.fullName,
      activity: { id: letter.titleId, en: letter.titleEn },
      when: momentIn(letter.startsAt, letter.zone),
      url: `${this.settings.publicUrl}/activities/${letter.activityId}`,
    };
    // What has changed since would make the mail a lie: a newer message tells the newer state.
    switch (`${message.type} ${letter.state}`) {
      case 'programmes.registration_confirmed confirmed':
        return this.write(message, contact, 'registration_confirmed', mail);
      case 'programmes.registration_waitlisted waitlisted':
        return this.write(message, contact, 'registration_waitlisted', {
          ...mail,
          position: letter.position,
        });
      case 'programmes.place_passed_on confirmed':
        return this.write(message, contact, 'place_promoted', mail);
      case 'programmes.activity_called_off confirmed':
      case 'programmes.activity_called_off waitlisted':
        return this.write(message, contact, 'activity_called_off', {
          ...mail,
          reason: letter.cancelReason ?? '',
        });
      default:
        return undefined;
    }
  }

  private async writeOfCertificate(message: RelayedMessage): Promise<void> {
    const certificate = await this.certificates.byId(String(message.payload['certificateId']));
    const contact = certificate && (await this.contacts.ofPerson(certificate.personId));
    if (!certificate || !contact) return;
    await this.write(message, contact, 'certificate_issued', {
      name: contact.fullName,
      title: certificate.title,
      code: certificate.code,
      url: `${this.settings.publicUrl}/check/${certificate.code}`,
    });
  }
}
