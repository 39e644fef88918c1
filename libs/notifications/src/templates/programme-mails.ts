import type { Bilingual } from '@himpun/kernel';
import type { MailContent } from '../mail.policy';

/** A mail about a place in an activity. */
export interface PlaceMail {
  name: string;
  activity: Bilingual;
  /** When it begins, written out in the activity's zone. */
  when: Bilingual;
  url: string;
}

const ACTIVITY = { id: 'Lihat kegiatan', en: 'See the activity' };

export const registrationConfirmed = ({ name, activity, when, url }: PlaceMail): MailContent => ({
  subject: { id: `Tempat Anda: ${activity.id}`, en: `Your place: ${activity.en}` },
  name,
  paragraphs: [
    {
      id: `Anda terdaftar di ${activity.id}, ${when.id}. Bila tidak dapat hadir, batalkan agar tempatnya dipakai orang lain.`,
      en: `You have a place in ${activity.en}, ${when.en}. If you cannot come, cancel so that somebody else can have it.`,
    },
  ],
  action: { label: ACTIVITY, url },
});

export const registrationWaitlisted = (mail: PlaceMail & { position: number | null }): MailContent => ({
  subject: { id: `Daftar tunggu: ${mail.activity.id}`, en: `Waiting list: ${mail.activity.en}` },
  name: mail.name,
  paragraphs: [
    {
      id: `${mail.activity.id}, ${mail.when.id}, sudah penuh. ${mail.position ? `Anda nomor ${mail.position} di daftar tunggu.` : 'Anda ada di daftar tunggu.'}`,
      en: `${mail.activity.en}, ${mail.when.en}, is full. ${mail.position ? `You are number ${mail.position} on the waiting list.` : 'You are on the waiting list.'}`,
    },
    {
      id: 'Kami menyurati Anda begitu ada tempat.',
      en: 'We write to you as soon as there is a place.',
    },
  ],
  action: { label: ACTIVITY, url: mail.url },
});

export const placePromoted = ({ name, activity, when, url }: PlaceMail): MailContent => ({
  subject: { id: `Ada tempat untuk Anda: ${activity.id}`, en: `A place for you: ${activity.en}` },
  name,
  paragraphs: [
    {
      id: `Seseorang membatalkan, dan tempatnya sekarang milik Anda: ${activity.id}, ${when.id}.`,
      en: `Somebody cancelled, and the place is now yours: ${activity.en}, ${when.en}.`,
    },
  ],
  action: { label: ACTIVITY, url },
});

export const activityCalledOff = (mail: PlaceMail & { reason: string }): MailContent => ({
  subject: { id: `Dibatalkan: ${mail.activity.id}`, en: `Called off: ${mail.activity.en}` },
  name: mail.name,
  paragraphs: [
    {
      id: `${mail.activity.id}, ${mail.when.id}, dibatalkan oleh penyelenggara. Alasannya: ${mail.reason}`,
      en: `${mail.activity.en}, ${mail.when.en}, was called off by the organisers. Their reason: ${mail.reason}`,
    },
  ],
  action: { label: ACTIVITY, url: mail.url },
});

export const certificateIssued = (mail: {
  name: string;
  title: Bilingual;
  code: string;
  url: string;
}): MailContent => ({
  subject: { id: `Sertifikat Anda: ${mail.title.id}`, en: `Your certificate: ${mail.title.en}` },
  name: mail.name,
  paragraphs: [
    {
      id: `Sertifikat Anda sudah terbit. Siapa pun dapat memeriksanya dengan kode ${mail.code}.`,
      en: `Your certificate is issued. Anyone can check it with the code ${mail.code}.`,
    },
  ],
  action: { label: { id: 'Lihat sertifikat', en: 'See the certificate' }, url: mail.url },
});
