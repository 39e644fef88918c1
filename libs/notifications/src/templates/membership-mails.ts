import type { Bilingual } from '@himpun/kernel';
import type { MailContent } from '../mail.policy';

/** A mail about somebody's application to a group. */
export interface ApplicationMail {
  name: string;
  reference: string;
  group: Bilingual;
  url: string;
}

const STATUS = { id: 'Lihat permohonan', en: 'See the application' };

/** What the page after submitting says too: reference, what comes next and by when, whom to ask. */
export const applicationSubmitted = ({
  name,
  reference,
  group,
  url,
  decisionBy,
  contactEmail,
}: ApplicationMail & { decisionBy: Bilingual | null; contactEmail: string | null }): MailContent => ({
  subject: { id: `Permohonan ${reference} kami terima`, en: `We have your application ${reference}` },
  name,
  paragraphs: [
    {
      id: `Permohonan Anda ke ${group.id} sudah kami terima. Nomor rujukannya ${reference}. Kredensial Anda sedang diperiksa.`,
      en: `We have your application to ${group.en}. Its reference is ${reference}. Your credentials are being checked.`,
    },
    decisionBy
      ? {
          id: `Setelah itu seorang petugas menilainya. Keputusan beserta alasannya Anda terima paling lambat ${decisionBy.id}.`,
          en: `Then an officer reviews it. You get the decision with its reasons by ${decisionBy.en}.`,
        }
      : {
          id: 'Setelah itu seorang petugas menilainya. Keputusan beserta alasannya kami kirim lewat surel.',
          en: 'Then an officer reviews it. We mail you the decision with its reasons.',
        },
    {
      id: 'Salinan permohonan Anda dalam bentuk PDF ada di halaman permohonan.',
      en: 'A copy of your application as a PDF is on its page.',
    },
  ],
  action: { label: STATUS, url },
  notes: contactEmail ? [{ id: `Pertanyaan: ${contactEmail}`, en: `Questions: ${contactEmail}` }] : undefined,
});

export const correctionRequested = ({
  name,
  reference,
  group,
  url,
  items,
  answerBy,
}: ApplicationMail & {
  /** What to correct and why, in the officer's words. */
  items: readonly { title: Bilingual; note: string }[];
  answerBy: Bilingual | null;
}): MailContent => ({
  subject: {
    id: `Permohonan ${reference} perlu dilengkapi`,
    en: `Your application ${reference} needs a correction`,
  },
  name,
  paragraphs: [
    {
      id: `Petugas ${group.id} meminta Anda memperbaiki beberapa bagian. Tidak ada isian Anda yang hilang.`,
      en: `An officer of ${group.en} asks you to correct some parts. Nothing you entered is lost.`,
    },
    ...items.map(({ title, note }) => ({ id: `${title.id}: ${note}`, en: `${title.en}: ${note}` })),
    ...(answerBy
      ? [
          {
            id: `Kirim perbaikan paling lambat ${answerBy.id}.`,
            en: `Send the corrections by ${answerBy.en}.`,
          },
        ]
      : []),
  ],
  action: { label: { id: 'Perbaiki permohonan', en: 'Correct the application' }, url },
});

/** What was sent back is closed if nobody answers. */
export const correctionReminder = ({
  name,
  reference,
  group,
  url,
  lastDay,
}: ApplicationMail & { lastDay: Bilingual }): MailContent => ({
  subject: {
    id: `Permohonan ${reference} ditutup setelah ${lastDay.id}`,
    en: `Your application ${reference} closes after ${lastDay.en}`,
  },
  name,
  paragraphs: [
    {
      id: `${group.id} menunggu perbaikan Anda. Bila belum dikirim sampai ${lastDay.id}, permohonan ini ditutup; setelah itu Anda dapat mengajukan lagi dengan data yang terbawa.`,
      en: `${group.en} is waiting for your corrections. If they are not sent by ${lastDay.en}, this application closes; you can then apply again with your data carried over.`,
    },
  ],
  action: { label: { id: 'Perbaiki permohonan', en: 'Correct the application' }, url },
});

/** Carries the whole letter: reasons, each requirement, what to do next and until when. */
export const applicationDecided = (
  mail: ApplicationMail & {
    outcome: 'approved' | 'rejected';
    /** The decision letter, paragraph by paragraph. */
    letter: readonly Bilingual[];
  },
): MailContent => {
  const { name, reference, group, url, outcome, letter } = mail;
  return {
    subject: {
      id: `Keputusan atas permohonan ${reference}`,
      en: `The decision on your application ${reference}`,
    },
    name,
    paragraphs: [
      outcome === 'approved'
        ? {
            id: `Permohonan Anda ke ${group.id} diterima. Satu langkah lagi: baca dan setujui kode etik, lalu keanggotaan Anda mulai.`,
            en: `Your application to ${group.en} is approved. One more step: read and acknowledge the code of ethics, then your membership begins.`,
          }
        : {
            id: `Permohonan Anda ke ${group.id} belum dapat diterima. Alasannya ada di bawah ini.`,
            en: `Your application to ${group.en} was not approved. The reasons follow.`,
          },
      ...letter,
    ],
    action: { label: { id: 'Lihat keputusan', en: 'See the decision' }, url },
    notes: [
      {
        id: 'Surat keputusan sebagai PDF ada di halaman yang sama.',
        en: 'The decision letter as a PDF is on the same page.',
      },
    ],
  };
};

export const membershipBegan = (mail: {
  name: string;
  group: Bilingual;
  number: string;
  url: string;
}): MailContent => ({
  subject: { id: `Selamat datang di ${mail.group.id}`, en: `Welcome to ${mail.group.en}` },
  name: mail.name,
  paragraphs: [
    {
      id: `Keanggotaan Anda di ${mail.group.id} sudah mulai. Nomor anggota Anda ${mail.number}.`,
      en: `Your membership of ${mail.group.en} has begun. Your member number is ${mail.number}.`,
    },
  ],
  action: { label: { id: 'Lihat kartu anggota', en: 'See your card' }, url: mail.url },
});

export const termAppointed = (mail: {
  name: string;
  group: Bilingual;
  office: Bilingual;
  startsOn: string;
  endsOn: string;
  url: string;
}): MailContent => ({
  subject: { id: `Anda diangkat: ${mail.office.id}`, en: `You are appointed: ${mail.office.en}` },
  name: mail.name,
  paragraphs: [
    {
      id: `Anda diangkat sebagai ${mail.office.id} di ${mail.group.id}, dari ${mail.startsOn} sampai ${mail.endsOn}. Wewenang Anda mulai dan berakhir pada tanggal itu.`,
      en: `You are appointed ${mail.office.en} of ${mail.group.en}, from ${mail.startsOn} to ${mail.endsOn}. Your powers begin and end with those dates.`,
    },
  ],
  action: { label: { id: 'Buka Himpun', en: 'Open Himpun' }, url: mail.url },
});
