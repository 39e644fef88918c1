import type { Bilingual } from '@himpun/kernel';
import type { MailContent } from '../mail.policy';

/** More lines than this nobody reads in a mail; the queue has them all. */
const MOST_LINES = 20;

/** Cases whose promised day is over, to an office of the group. */
export const casesOverdue = (mail: {
  name: string;
  office: Bilingual;
  group: Bilingual;
  /** What was promised earliest first. */
  cases: readonly { reference: string; dueOn: Bilingual | null }[];
  url: string;
}): MailContent => {
  const count = mail.cases.length;
  const shown = mail.cases.slice(0, MOST_LINES);
  const more = count - shown.length;
  const line = (language: 'id' | 'en') =>
    shown.map(({ reference, dueOn }) => `${reference} (${dueOn?.[language] ?? '–'})`).join(', ');
  return {
    subject: {
      id: `${count} permohonan lewat tenggat di ${mail.group.id}`,
      en: `${count} overdue ${count === 1 ? 'application' : 'applications'} in ${mail.group.en}`,
    },
    name: mail.name,
    paragraphs: [
      {
        id: `Sebagai ${mail.office.id} Anda diberi tahu: hari yang dijanjikan kepada pemohon sudah lewat.`,
        en: `As ${mail.office.en} you are told: the day that was promised to the applicant is over.`,
      },
      {
        id: `${line('id')}${more > 0 ? ` dan ${more} lagi` : ''}`,
        en: `${line('en')}${more > 0 ? ` and ${more} more` : ''}`,
      },
    ],
    action: { label: { id: 'Lihat yang lewat tenggat', en: 'See what is overdue' }, url: mail.url },
  };
};
