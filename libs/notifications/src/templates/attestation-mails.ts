import type { Bilingual } from '@himpun/kernel';
import type { MailContent } from '../mail.policy';

/** A mail to an institution that is asked about one claim. Names nobody: who is asked about stands behind the link. */
export interface AttestationMail {
  /** The institution. */
  name: string;
  /** Who asks. */
  group: Bilingual;
  url: string;
  /** Until when the link works, written out. */
  when: Bilingual;
}

const ACTION = { id: 'Lihat dan jawab', en: 'Read and answer' };

const ONE_CLAIM = {
  id: 'Tautan ini menampilkan satu isian saja dan tidak memerlukan akun. Jawabannya: benar, tidak, atau ada yang berbeda.',
  en: 'The link shows one claim only and needs no account. You answer: yes, no, or something differs.',
};

const NOTES = [
  {
    id: 'Tautan ini hanya untuk kantor Anda dan hanya dapat dipakai sekali. Teruskan hanya kepada rekan yang berwenang menjawab.',
    en: 'This link is for your office and works once. Pass it on only to a colleague who may answer.',
  },
  {
    id: 'Bila surat ini salah alamat, abaikan saja: tanpa jawaban, tautannya habis sendiri.',
    en: 'If this mail is not for you, ignore it: unanswered, the link ends by itself.',
  },
];

export const attestationAsked = ({ name, group, url, when }: AttestationMail): MailContent => ({
  subject: {
    id: `${group.id} meminta konfirmasi lembaga Anda`,
    en: `${group.en} asks your institution for a confirmation`,
  },
  name,
  paragraphs: [
    {
      id: `Seorang pemohon di ${group.id} menyebut lembaga Anda. Mohon periksa apakah yang diisinya sesuai dengan catatan Anda.`,
      en: `An applicant to ${group.en} names your institution. Please see whether what was entered agrees with your records.`,
    },
    ONE_CLAIM,
    { id: `Tautan berlaku sampai ${when.id}.`, en: `The link works until ${when.en}.` },
  ],
  action: { label: ACTION, url },
  notes: NOTES,
});

export const attestationReminder = ({ name, group, url, when }: AttestationMail): MailContent => ({
  subject: {
    id: `Pengingat: ${group.id} menunggu konfirmasi lembaga Anda`,
    en: `A reminder: ${group.en} waits for your institution’s confirmation`,
  },
  name,
  paragraphs: [
    {
      id: `Beberapa hari lalu ${group.id} bertanya kepada lembaga Anda dan belum menerima jawaban. Tautan di bawah sama dengan yang dulu.`,
      en: `Some days ago ${group.en} asked your institution and has no answer yet. The link below is the same as before.`,
    },
    ONE_CLAIM,
    { id: `Tautan berlaku sampai ${when.id}.`, en: `The link works until ${when.en}.` },
  ],
  action: { label: ACTION, url },
  notes: NOTES,
});

export const attestationConfirmed = (mail: {
  name: string;
  group: Bilingual;
  reference: string;
}): MailContent => ({
  subject: {
    id: `Jawaban Anda kami terima: ${mail.reference}`,
    en: `We have your answer: ${mail.reference}`,
  },
  name: mail.name,
  paragraphs: [
    {
      id: `${mail.group.id} telah menerima jawaban lembaga Anda. Nomor rujukannya ${mail.reference}. Tautannya tidak berlaku lagi.`,
      en: `${mail.group.en} has your institution’s answer. Its reference is ${mail.reference}. The link does not work any more.`,
    },
  ],
  notes: [
    {
      id: 'Bila bukan kantor Anda yang menjawab, balas surat ini segera dan sebutkan nomor rujukan itu.',
      en: 'If it was not your office that answered, reply to this mail at once and name that reference.',
    },
  ],
});
