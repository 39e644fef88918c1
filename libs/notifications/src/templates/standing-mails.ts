import type { Bilingual } from '@himpun/kernel';
import type { MailContent } from '../mail.policy';

const RENEW = { id: 'Perpanjang di portal', en: 'Renew it in the portal' };
const CREDENTIALS = { id: 'Lihat kredensial Anda', en: 'See your credentials' };
const MEMBERSHIP = { id: 'Lihat keanggotaan Anda', en: 'See your membership' };

/** A credential's last day is near, or was. */
export const credentialExpiring = (mail: {
  name: string;
  /** Kind and number of the credential. */
  credential: Bilingual;
  group: Bilingual;
  /** Its last day, written out. */
  lastDay: Bilingual;
  isOver: boolean;
  url: string;
}): MailContent => ({
  subject: mail.isOver
    ? { id: `Masa berlaku berakhir: ${mail.credential.id}`, en: `No longer in force: ${mail.credential.en}` }
    : { id: `Segera berakhir: ${mail.credential.id}`, en: `Ends soon: ${mail.credential.en}` },
  name: mail.name,
  paragraphs: [
    mail.isOver
      ? {
          id: `${mail.credential.id} berlaku sampai ${mail.lastDay.id}. Keanggotaan Anda di ${mail.group.id} bertumpu padanya.`,
          en: `${mail.credential.en} was in force until ${mail.lastDay.en}. Your membership of ${mail.group.en} rests on it.`,
        }
      : {
          id: `${mail.credential.id} berlaku sampai ${mail.lastDay.id}. Keanggotaan Anda di ${mail.group.id} bertumpu padanya, jadi perpanjanglah tepat waktu.`,
          en: `${mail.credential.en} is in force until ${mail.lastDay.en}. Your membership of ${mail.group.en} rests on it, so renew it in time.`,
        },
    {
      id: 'Bila nomornya tetap dan otoritas mencatat perpanjangannya, kami melihatnya sendiri. Bila nomor atau dokumennya baru, kirimkan perpanjangannya di portal. Sesudah itu kami tidak mengingatkan lagi.',
      en: 'If the number stays and the authority records the renewal, we see it by ourselves. If the number or the document is new, send the renewal in the portal. After that we remind you no more.',
    },
  ],
  action: { label: RENEW, url: mail.url },
});

/** A renewal was confirmed. */
export const credentialRenewed = (mail: {
  name: string;
  credential: Bilingual;
  group: Bilingual;
  /** The new last day, written out; null for life. */
  lastDay: Bilingual | null;
  url: string;
}): MailContent => ({
  subject: {
    id: `Perpanjangan diterima: ${mail.credential.id}`,
    en: `Renewal confirmed: ${mail.credential.en}`,
  },
  name: mail.name,
  paragraphs: [
    mail.lastDay
      ? {
          id: `Perpanjangan ${mail.credential.id} sudah dikonfirmasi untuk ${mail.group.id}; berlaku sampai ${mail.lastDay.id}.`,
          en: `The renewal of ${mail.credential.en} is confirmed for ${mail.group.en}; it is in force until ${mail.lastDay.en}.`,
        }
      : {
          id: `Perpanjangan ${mail.credential.id} sudah dikonfirmasi untuk ${mail.group.id}.`,
          en: `The renewal of ${mail.credential.en} is confirmed for ${mail.group.en}.`,
        },
    {
      id: 'Tidak ada lagi yang perlu Anda lakukan untuk ini.',
      en: 'There is nothing more for you to do about it.',
    },
  ],
  action: { label: CREDENTIALS, url: mail.url },
});

/** A source newly says something about a credential; an officer will look. */
export const standingCaseOpened = (mail: {
  name: string;
  credential: Bilingual;
  group: Bilingual;
  /** What the source says, in a sentence. */
  finding: Bilingual;
  url: string;
}): MailContent => ({
  subject: { id: `Ada perubahan: ${mail.credential.id}`, en: `Something has changed: ${mail.credential.en}` },
  name: mail.name,
  paragraphs: [
    {
      id: `Kami memeriksa ulang ${mail.credential.id} untuk ${mail.group.id}. ${mail.finding.id}`,
      en: `We checked ${mail.credential.en} again for ${mail.group.en}. ${mail.finding.en}`,
    },
    {
      id: 'Kedudukan Anda tidak berubah karena surat ini. Petugas akan melihatnya; bila ada kekeliruan, balaslah kepada pengurus dengan dokumen Anda.',
      en: 'This letter changes nothing about your standing. An officer will look at it; if something is wrong, write to your officers with your documents.',
    },
  ],
  action: { label: MEMBERSHIP, url: mail.url },
});

/** A member told something of their own accord. */
export const disclosureReceived = (mail: { name: string; group: Bilingual; url: string }): MailContent => ({
  subject: {
    id: `Kami menerima yang Anda ungkapkan kepada ${mail.group.id}`,
    en: `We have what you disclosed to ${mail.group.en}`,
  },
  name: mail.name,
  paragraphs: [
    {
      id: 'Petugas akan membacanya; setiap kali dibuka dicatat dan dapat Anda lihat. Keanggotaan Anda tidak berubah dengan sendirinya.',
      en: 'An officer will read it; each time it is opened is on record and you can see it. Nothing about your membership changes by itself.',
    },
  ],
  action: { label: { id: 'Lihat pengungkapan Anda', en: 'See your disclosures' }, url: mail.url },
});

/** What an officer decided about a member's standing. */
export const standingCaseSettled = (mail: {
  name: string;
  group: Bilingual;
  verdict: 'keep' | 'suspend' | 'reinstate';
  reason: string;
  url: string;
}): MailContent => ({
  subject: {
    id: `Keputusan atas kedudukan Anda di ${mail.group.id}`,
    en: `The decision on your standing in ${mail.group.en}`,
  },
  name: mail.name,
  paragraphs: [
    VERDICTS[mail.verdict],
    { id: `Alasan petugas: ${mail.reason}`, en: `The officer’s reason: ${mail.reason}` },
  ],
  action: { label: MEMBERSHIP, url: mail.url },
});

const VERDICTS = {
  keep: { id: 'Keanggotaan Anda tetap seperti semula.', en: 'Your membership stays as it is.' },
  suspend: {
    id: 'Keanggotaan Anda dibekukan mulai hari ini. Setelah kredensial Anda berlaku lagi, petugas dapat memulihkannya.',
    en: 'Your membership is suspended from today. Once your credential is in force again an officer can reinstate it.',
  },
  reinstate: { id: 'Keanggotaan Anda aktif kembali.', en: 'Your membership is active again.' },
} as const;

/** A new edition of the code of ethics is to be read and acknowledged. */
export const acknowledgementDue = (mail: {
  name: string;
  group: Bilingual;
  edition: number;
  /** What changed, in the publisher's words; null where nothing was said. */
  changes: Bilingual | null;
  /** The last day, written out. */
  lastDay: Bilingual;
  isLate: boolean;
  url: string;
}): MailContent => ({
  subject: {
    id: `Kode etik ${mail.group.id}: edisi ${mail.edition}`,
    en: `The code of ethics of ${mail.group.en}: edition ${mail.edition}`,
  },
  name: mail.name,
  paragraphs: [
    mail.isLate
      ? {
          id: `Edisi ${mail.edition} menunggu persetujuan Anda sejak ${mail.lastDay.id}. Bacalah dan setujuilah sekarang.`,
          en: `Edition ${mail.edition} has been waiting for your acknowledgement since ${mail.lastDay.en}. Please read and acknowledge it now.`,
        }
      : {
          id: `Kode etik yang Anda setujui mempunyai edisi baru. Bacalah dan setujuilah edisi ${mail.edition} paling lambat ${mail.lastDay.id}.`,
          en: `The code of ethics has a new edition. Please read and acknowledge edition ${mail.edition} by ${mail.lastDay.en}.`,
        },
    ...(mail.changes
      ? [{ id: `Yang berubah: ${mail.changes.id}`, en: `What changed: ${mail.changes.en}` }]
      : []),
  ],
  action: { label: { id: 'Baca kode etik', en: 'Read the code of ethics' }, url: mail.url },
});
