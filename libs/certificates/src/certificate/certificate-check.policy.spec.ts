import type { JsonObject } from '@himpun/signatures';
import { certificateVerdict, saysWhatWasSigned, type CheckedFacts } from './certificate-check.policy';
import { openBadge, type Statement } from './open-badge';

const NOW = new Date('2026-11-21T03:00:00Z');
const LATER = new Date('2026-11-21T03:00:01Z');
const GOOD: CheckedFacts = {
  state: 'issued',
  bitSet: false,
  signatureHolds: true,
  saysWhatWasSigned: true,
  issuedAt: NOW,
  validUntil: null,
};

describe('whether a certificate holds', () => {
  it.each<[string, Partial<CheckedFacts>, string, string[]]>([
    ['without last day', {}, 'valid', []],
    ['one second before its end', { validUntil: LATER }, 'valid', []],
    ['at its end', { issuedAt: new Date(0), validUntil: NOW }, 'expired', []],
    ['revoked', { state: 'revoked' }, 'revoked', []],
    ['whose bit is set though the row says issued', { bitSet: true }, 'revoked', []],
    ['revoked and expired', { state: 'revoked', validUntil: NOW }, 'revoked', []],
    ['not signed yet', { state: 'pending', signatureHolds: false }, 'not_found', ['being_issued']],
    ['with a broken signature', { signatureHolds: false }, 'suspended', ['signature_invalid']],
    ['whose record was changed', { saysWhatWasSigned: false }, 'suspended', ['record_differs']],
    ['changed and expired', { saysWhatWasSigned: false, validUntil: NOW }, 'suspended', ['record_differs']],
    ['of tomorrow', { issuedAt: LATER }, 'suspended', ['not_yet_valid']],
  ])('%s', (_, change, state, reasons) => {
    const verdict = certificateVerdict({ ...GOOD, ...change }, NOW);
    expect([verdict.state, verdict.reasons.map(({ code }) => code)]).toEqual([state, reasons]);
  });
});

const STATEMENT: Statement = {
  kind: 'attendance',
  recipientName: 'Siti',
  groupId: '019aa000-0000-7000-8000-000000000000',
  groupName: { id: 'Kelompok', en: 'Group' },
  title: { id: 'Lokakarya', en: 'Workshop' },
  description: { id: 'Hadir', en: 'Was there' },
  criteria: { id: 'Semua sesi', en: 'All sessions' },
  details: [{ label: { id: 'Jam', en: 'Hours' }, value: { id: '6,5', en: '6.5' } }],
  signatory: { name: 'dr. Sari Handayani', office: { id: 'Ketua', en: 'Chair' } },
  issuedAt: NOW,
  validUntil: LATER,
};
const SIGNED: JsonObject = openBadge(STATEMENT, {
  address: 'https://himpun.test/check/AB23',
  issuer: { did: 'did:web:himpun.test', name: 'Himpun', url: 'https://himpun.test' },
  email: { address: 'siti@example.org', salt: 'salt' },
  status: { type: 'BitstringStatusListEntry' },
});

describe('whether the record says what was signed', () => {
  it('does, also after the group was renamed', () => {
    const renamed = { ...STATEMENT, groupName: { id: 'Nama baru', en: 'New name' } };
    expect(saysWhatWasSigned(SIGNED, renamed, 'AB23')).toBe(true);
  });

  it.each<[string, Partial<Statement>]>([
    ['recipient', { recipientName: 'Siti N.' }],
    ['title', { title: { id: 'Lokakarya', en: 'Doctorate' } }],
    ['description', { description: { id: 'Lulus', en: 'Passed' } }],
    ['criteria', { criteria: { id: '-', en: '-' } }],
    ['a detail', { details: [{ label: { id: 'Jam', en: 'Hours' }, value: { id: '60', en: '60' } }] }],
    ['one more detail', { details: [...STATEMENT.details, ...STATEMENT.details] }],
    ['kind', { kind: 'membership' }],
    ['first day', { issuedAt: new Date(0) }],
    ['last day', { validUntil: null }],
  ])('does not when the %s differs', (_, change) => {
    expect(saysWhatWasSigned(SIGNED, { ...STATEMENT, ...change }, 'AB23')).toBe(false);
  });

  it('does not under the code of another certificate', () => {
    expect(saysWhatWasSigned(SIGNED, STATEMENT, 'CD45')).toBe(false);
  });
});
