import { LANGUAGES } from '@himpun/kernel';
import fc from 'fast-check';
import { isMailAddress, renderMail, type MailContent } from './mail.policy';
import { TEMPLATES } from './templates';

const BOTH = { id: 'Isi', en: 'Text' };
const plain = (part: Partial<MailContent>): MailContent => ({
  subject: BOTH,
  name: 'Ana',
  paragraphs: [BOTH],
  ...part,
});

describe('a mail', () => {
  it('speaks the reader’s language, in text and in HTML', () => {
    const content = plain({ action: { label: { id: 'Buka', en: 'Open' }, url: 'https://himpun.test/x' } });
    expect(renderMail(content, 'id').text).toBe('Halo Ana,\n\nIsi\n\nBuka:\nhttps://himpun.test/x\n');
    expect(renderMail(content, 'en').html).toContain('<p><a href="https://himpun.test/x">Open</a></p>');
  });

  it('keeps a subject on one line, whatever a title holds', () => {
    const evil = 'Workshop\r\nBcc: all@example.org\u2028X-Other: 1';
    const { subject } = renderMail(plain({ subject: { id: evil, en: evil } }), 'en');
    expect(subject).toBe('Workshop Bcc: all@example.org X-Other: 1');
  });

  it('shows markup and placeholders as they were written', () => {
    const { html, text } = renderMail(plain({ name: '{{7*7}} ${x} $& <img src=x onerror=alert(1)>' }), 'en');
    expect(text).toContain('Hello {{7*7}} ${x} $& <img src=x onerror=alert(1)>,');
    expect(html).toContain('{{7*7}} ${x} $&amp; &lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toContain('<img');
  });

  it('never lets a name add a tag or a line to the greeting', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const { html, text } = renderMail(plain({ name }), 'en');
        expect(html.match(/<[a-z!/]/g)).toHaveLength(10);
        expect(text.split('\n')).toHaveLength(4);
      }),
    );
  });

  it.each([
    ['ana@example.org', true],
    ['o’brien+himpun@sub.example.org', true],
    ['ana@example.org, ben@example.org', false],
    ['Ana <ana@example.org>', false],
    ['ana@example.org\r\nBcc: ben@example.org', false],
    ['ana', false],
    [`${'a'.repeat(65)}@example.org`, false],
  ])('takes %j for an address: %s', (text, expected) => {
    expect(isMailAddress(text)).toBe(expected);
  });
});

describe('the templates', () => {
  const anything = {
    name: 'Ana',
    url: 'https://himpun.test/there',
    minutes: 30,
    reference: 'P-2026-000123',
    group: { id: 'Perhimpunan', en: 'Association' },
    outcome: 'approved' as const,
    number: 'PI-2026-00007',
    office: { id: 'Ketua', en: 'Chair' },
    startsOn: '2026-11-21',
    endsOn: '2027-11-21',
    activity: { id: 'Lokakarya', en: 'Workshop' },
    when: { id: 'besok', en: 'tomorrow' },
    reason: 'Banjir',
    position: 3,
    title: { id: 'Sertifikat', en: 'Certificate' },
    code: 'ABCD-EFGH',
    decisionBy: { id: '4 Desember 2026', en: '4 December 2026' },
    contactEmail: 'sekretariat@himpun.test',
    items: [{ title: { id: 'Lisensi', en: 'Licence' }, note: 'STR' }],
    credential: { id: 'Lisensi STR-1', en: 'Licence STR-1' },
    lastDay: { id: '6 Desember 2026', en: '6 December 2026' },
    isOver: false,
    finding: { id: 'Dicabut.', en: 'Revoked.' },
    verdict: 'keep' as const,
    edition: 2,
    changes: { id: 'Pasal 3', en: 'Clause 3' },
    isLate: false,
    cases: [{ reference: 'P-2026-000123', dueOn: { id: '4 Desember 2026', en: '4 December 2026' } }],
    applicant: 'Ben',
    until: { id: 'besok', en: 'tomorrow' },
    isReminder: false,
    named: 'PI-1',
    letter: [{ id: 'Alasan: lengkap', en: 'Reason: complete' }],
    answerBy: { id: '5 Desember 2026', en: '5 December 2026' },
  };

  it.each(Object.keys(TEMPLATES) as (keyof typeof TEMPLATES)[])(
    '%s has every word in both languages',
    (name) => {
      const content = TEMPLATES[name](anything);
      const [id, en] = LANGUAGES.map((language) => renderMail(content, language));
      for (const mail of [id, en]) expect(mail?.text).not.toMatch(/undefined|null|\[object/);
      expect(id?.subject).not.toBe(en?.subject);
      expect(id?.text).not.toBe(en?.text);
    },
  );
});
