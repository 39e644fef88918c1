import type { Bilingual, Reason } from '@himpun/kernel';
import { z } from 'zod';

const text = z.string().trim().min(1).max(2_000);
const bilingual = z.strictObject({ id: text, en: text });
const base = {
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
  title: bilingual,
  hint: bilingual,
};
const evidence = z.enum(['required', 'optional']).optional();
const name = z.string().trim().min(1).max(300);

const requirement = z.discriminatedUnion('kind', [
  z.strictObject({
    ...base,
    kind: z.literal('education'),
    minimumLevel: z.int().min(1).max(9),
    fields: z.array(name).max(50),
    evidence,
  }),
  z.strictObject({ ...base, kind: z.literal('licence'), authority: name, profession: name, evidence }),
  z.strictObject({
    ...base,
    kind: z.literal('experience'),
    minimumMonths: z.int().min(1).max(720),
    evidence,
  }),
  z.strictObject({ ...base, kind: z.literal('ethics') }),
  z.strictObject({
    ...base,
    kind: z.literal('sponsor'),
    count: z.int().min(1).max(10),
    answerDays: z.int().min(3).max(60).optional(),
    openPerMember: z.int().min(1).max(50).optional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('interest'),
    options: z
      .array(
        z.strictObject({
          code: z
            .string()
            .regex(/^[a-z0-9_]+$/)
            .max(60),
          label: bilingual,
        }),
      )
      .min(1)
      .max(50),
  }),
  z.strictObject({ ...base, kind: z.literal('availability') }),
  z.strictObject({ ...base, kind: z.literal('commitment'), text: bilingual }),
  z.strictObject({
    ...base,
    kind: z.literal('disclosure'),
    questions: z
      .array(z.strictObject({ id: base.id, text: bilingual }))
      .min(1)
      .max(20),
  }),
]);

/** Working days within which a group promises to decide unless its rule says otherwise. */
export const PROMISED_DAYS = 10;

/** What is wrong with the promise: between one working day and a year of them. */
export function promiseFaults(days: unknown): Reason[] {
  return z.int().min(1).max(250).safeParse(days).success ? [] : [fault('promisedDays', PROMISE)];
}

/** What is wrong with a rule that someone wants to publish; it comes from outside, so nothing of it is believed. */
export function requirementFaults(requirements: unknown): Reason[] {
  const parsed = z.array(requirement).min(1).max(30).safeParse(requirements);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => fault(issue.path.join('.'), SHAPE));
  }
  const ids = parsed.data.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index || id === 'details');
  return [
    ...twice.map((id) => fault(id, TWICE)),
    ...parsed.data.flatMap((item) => {
      if (item.kind === 'interest') return optionFaults(item.id, item.options);
      return item.kind === 'disclosure' ? questionFaults(item.id, item.questions) : [];
    }),
  ];
}

function optionFaults(id: string, options: readonly { code: string }[]): Reason[] {
  return new Set(options.map(({ code }) => code)).size === options.length
    ? []
    : [fault(`${id}.options`, TWICE)];
}

function questionFaults(id: string, questions: readonly { id: string }[]): Reason[] {
  const isEachOnce = new Set(questions.map((question) => question.id)).size === questions.length;
  return isEachOnce ? [] : [fault(`${id}.questions`, TWICE)];
}

function fault(field: string, text: Bilingual): Reason {
  return { code: 'requirement', field, text };
}

const SHAPE = { id: 'Bagian syarat ini belum benar.', en: 'This part of the requirement is not right.' };
const PROMISE = {
  id: 'Janji waktu harus 1 sampai 250 hari kerja.',
  en: 'A promise must be 1 to 250 working days.',
};
const TWICE = {
  id: 'Nama ini sudah dipakai. Setiap syarat dan pilihan perlu namanya sendiri.',
  en: 'This name is taken. Every requirement and option needs its own.',
};
