import { inLanguage, type Bilingual, type Language } from '@himpun/kernel';

/** What a template says, in both languages, before it becomes a mail. */
export interface MailContent {
  subject: Bilingual;
  /** Whom it greets; a name as the person writes it. */
  name: string;
  paragraphs: readonly Bilingual[];
  /** The one thing to do. */
  action?: { label: Bilingual; url: string };
  /** Small print after the action. */
  notes?: readonly Bilingual[];
}

const MAX_SUBJECT = 200;
/** Control characters and Unicode line ends: in a header they would begin another one. */
const LINE_BREAKS = /[\p{Cc}\u2028\u2029]+/gu;
const GREETING: Bilingual = { id: 'Halo {name},', en: 'Hello {name},' };

/** Subject, plain text and simple HTML in one language. */
export function renderMail(
  content: MailContent,
  language: Language,
): { subject: string; text: string; html: string } {
  const say = (text: Bilingual): string => inLanguage(text, language);
  const greeting = say(GREETING).replace('{name}', () => oneLine(content.name));
  const action = content.action && { label: say(content.action.label), url: content.action.url };
  const paragraphs = content.paragraphs.map(say);
  const notes = (content.notes ?? []).map(say);
  return {
    subject: oneLine(say(content.subject)).slice(0, MAX_SUBJECT),
    text: [greeting, ...paragraphs, ...(action ? [`${action.label}:\n${action.url}`] : []), ...notes]
      .map((part) => `${part}\n`)
      .join('\n'),
    html: [
      `<!doctype html><html lang="${language}"><meta charset="utf-8"><body>`,
      ...[greeting, ...paragraphs].map((part) => `<p>${escaped(part)}</p>`),
      ...(action ? [`<p><a href="${escaped(action.url)}">${escaped(action.label)}</a></p>`] : []),
      ...notes.map((part) => `<p><small>${escaped(part)}</small></p>`),
      '</body></html>',
    ].join('\n'),
  };
}

/** One address and nothing more: no list, no display name, no line break (RFC 5321 mailbox, in its common form). */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>(),;:\\"\p{Cc}]{1,64}@[^\s@<>(),;:\\"\p{Cc}]{1,250}$/u.test(text);
}

function oneLine(text: string): string {
  return text.replace(LINE_BREAKS, ' ').trim();
}

const HTML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => HTML[sign] ?? sign);
}
