import type { Bilingual } from '@himpun/kernel';
import type { MailContent } from '../mail.policy';

/** To a member whom an applicant named as sponsor; once more when half of the time is over. */
export const sponsorAsked = (mail: {
  name: string;
  applicant: string;
  group: Bilingual;
  /** The last moment for an answer, written out. */
  until: Bilingual;
  isReminder: boolean;
  url: string;
}): MailContent => ({
  subject: mail.isReminder
    ? { id: `Jawaban Anda ditunggu: ${mail.applicant}`, en: `Your answer is awaited: ${mail.applicant}` }
    : {
        id: `${mail.applicant} meminta dukungan Anda`,
        en: `${mail.applicant} asks you to be their sponsor`,
      },
  name: mail.name,
  paragraphs: [
    {
      id: `${mail.applicant} mengajukan keanggotaan di ${mail.group.id} dan menyebut Anda sebagai pendukung.`,
      en: `${mail.applicant} applies for membership of ${mail.group.en} and named you as a sponsor.`,
    },
    {
      id: `Konfirmasikan hanya bila Anda mengenal orang ini dan bersedia menjaminnya. Anda boleh menolak; alasannya hanya dibaca petugas. Jawablah paling lambat ${mail.until.id}.`,
      en: `Confirm only if you know this person and will vouch for them. You may decline; only officers read why. Please answer by ${mail.until.en}.`,
    },
  ],
  action: { label: { id: 'Jawab permintaan', en: 'Answer the request' }, url: mail.url },
});

interface AnswerMail {
  name: string;
  /** The sponsor in the applicant's own words. */
  named: string;
  reference: string;
  url: string;
}

/** To the applicant: one sponsor has confirmed. */
export const sponsorConfirmed = (mail: AnswerMail): MailContent => ({
  subject: {
    id: `Pendukung Anda mengonfirmasi (${mail.reference})`,
    en: `Your sponsor has confirmed (${mail.reference})`,
  },
  name: mail.name,
  paragraphs: [
    {
      id: `${mail.named} mendukung permohonan Anda.`,
      en: `${mail.named} vouches for your application.`,
    },
  ],
  action: { label: { id: 'Lihat permohonan', en: 'See the application' }, url: mail.url },
});

/** To the applicant, in the same words whether somebody declined, did not answer, or was nobody who could. */
export const sponsorUnavailable = (mail: AnswerMail): MailContent => ({
  subject: {
    id: `Sebutkan pendukung lain (${mail.reference})`,
    en: `Please name another sponsor (${mail.reference})`,
  },
  name: mail.name,
  paragraphs: [
    {
      id: `${mail.named} tidak dapat menjadi pendukung permohonan Anda. Ini tidak mengurangi penilaian atas Anda; sebutkan anggota lain.`,
      en: `${mail.named} cannot be a sponsor of your application. It does not count against you; please name another member.`,
    },
  ],
  action: { label: { id: 'Sebutkan anggota lain', en: 'Name another member' }, url: mail.url },
});
