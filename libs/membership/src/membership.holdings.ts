import { actedBy, type PersonHolding } from '@himpun/kernel';

const GROUP = `(SELECT g.short_name FROM groups g WHERE g.id = t.group_id)`;
const REVIEW = { id: 'Penilaian permohonan', en: 'Review of applications' };
const HOLDS = { id: 'Penahanan penghapusan', en: 'Holds on deletion' };

const APPLICATIONS: readonly PersonHolding[] = [
  {
    table: 'applications',
    column: 'person_id',
    way: 'moves',
    label: { id: 'Permohonan', en: 'Applications' },
    line: `t.reference || ' · ' || ${GROUP}`,
    once: {
      by: `CASE WHEN t.state IN ('draft', 'submitted', 'returned', 'approved') THEN t.group_id::text END`,
      weight: `CASE WHEN t.state = 'draft' THEN 1 ELSE 2 END`,
      refusal: {
        id: 'Keduanya mempunyai permohonan terbuka pada satu kelompok. Putuskan atau tarik salah satunya lebih dahulu.',
        en: 'Both have an open application in one group. Decide or withdraw one of them first.',
      },
    },
    obstacles: [
      {
        sql: `SELECT count(*)::int AS count FROM decisions d
          WHERE d.application_id = ANY ($1::uuid[]) AND d.created_at > $2`,
        text: {
          id: 'Permohonan yang dipindahkan sudah diputuskan setelah penggabungan.',
          en: 'An application that was moved has been decided since.',
        },
      },
      {
        sql: `SELECT count(*)::int AS count FROM memberships m
          WHERE m.application_id = ANY ($1::uuid[]) AND m.created_at > $2`,
        text: {
          id: 'Keanggotaan sudah dimulai dari permohonan yang dipindahkan.',
          en: 'A membership has begun since from an application that was moved.',
        },
      },
    ],
  },
  {
    table: 'applications',
    column: 'assigned_to',
    way: 'moves',
    label: { id: 'Permohonan yang ditangani', en: 'Applications in hand' },
    line: 't.reference',
  },
  {
    table: 'review_file_views',
    column: 'person_id',
    way: 'moves',
    label: REVIEW,
    key: ['application_id', 'file_id'],
    once: {
      by: `t.application_id || ':' || t.file_id`,
      weight: '1',
      refusal: { id: 'Keduanya sudah melihat berkas ini.', en: 'Both have seen this file.' },
    },
  },
  { table: 'review_conflicts', column: 'person_id', way: 'follows', label: REVIEW, key: ['application_id'] },
  { table: 'decision_members', column: 'person_id', way: 'follows', label: REVIEW, key: ['application_id'] },
  { table: 'decision_votes', column: 'voter_id', way: 'follows', label: REVIEW },
  actedBy('decisions', 'decided_by', REVIEW),
];

const MEMBERSHIPS: readonly PersonHolding[] = [
  {
    table: 'memberships',
    column: 'person_id',
    way: 'moves',
    label: { id: 'Keanggotaan', en: 'Memberships' },
    line: `t.number || ' · ' || ${GROUP}`,
    once: {
      by: 't.group_id::text',
      weight: `CASE WHEN EXISTS (SELECT 1 FROM membership_periods d WHERE d.membership_id = t.id AND d.starts_at <= $2
        AND (d.ends_at IS NULL OR d.ends_at > $2) AND d.status IN ('active', 'grace', 'leave', 'suspended')) THEN 2 ELSE 1 END`,
      refusal: {
        id: 'Keduanya anggota kelompok yang sama. Akhiri salah satu keanggotaan lebih dahulu.',
        en: 'Both are members of one group. End one of the two memberships first.',
      },
    },
  },
  {
    table: 'acknowledgement_requests',
    column: 'person_id',
    way: 'moves',
    label: { id: 'Permintaan pernyataan kode etik', en: 'Requests to acknowledge' },
    once: {
      by: `t.code_id || ':' || coalesce(t.days_before::text, '')`,
      weight: '1',
      refusal: { id: 'Keduanya sudah diminta.', en: 'Both were asked.' },
    },
  },
  {
    table: 'retention_holds',
    column: 'person_id',
    way: 'moves',
    label: HOLDS,
    line: 't.reason',
  },
  actedBy('retention_holds', 'placed_by', HOLDS),
  actedBy('retention_holds', 'released_by', HOLDS),
  actedBy('standing_cases', 'settled_by', {
    id: 'Kasus status yang diselesaikan',
    en: 'Standing cases settled',
  }),
];

const VIEWS = { id: 'Tampilan antrean tersimpan', en: 'Kept views of the queue' };
const DESK: readonly PersonHolding[] = [
  {
    table: 'queue_views',
    column: 'person_id',
    way: 'moves',
    label: VIEWS,
    line: 't.name',
    once: {
      by: 'lower(t.name)',
      weight: '1',
      refusal: { id: 'Keduanya mempunyai tampilan ini.', en: 'Both have this view.' },
    },
  },
  {
    table: 'queue_view_defaults',
    column: 'person_id',
    way: 'moves',
    label: VIEWS,
    key: ['view_id'],
    once: {
      by: `'default'`,
      weight: '1',
      refusal: { id: 'Keduanya mempunyai tampilan awal.', en: 'Both have a first view.' },
    },
  },
];

const NOTES = { id: 'Catatan pada berkas', en: 'Notes on files' };
const PINNED: readonly PersonHolding[] = [
  { table: 'pinned_notes', column: 'person_id', way: 'moves', label: NOTES },
  { table: 'pinned_note_replies', column: 'person_id', way: 'moves', label: NOTES },
  actedBy('pinned_notes', 'resolved_by', NOTES),
];

const DISCLOSURES = { id: 'Pengungkapan', en: 'Disclosures' };
const SPONSORED: readonly PersonHolding[] = [
  {
    table: 'sponsorships',
    column: 'person_id',
    way: 'moves',
    label: { id: 'Permintaan dukungan', en: 'Requests to vouch' },
    once: {
      by: `CASE WHEN t.state IN ('asked', 'confirmed', 'declined') THEN t.application_id || ':' || t.requirement_id END`,
      weight: `CASE WHEN t.state = 'asked' THEN 1 ELSE 2 END`,
      refusal: {
        id: 'Keduanya sudah menjawab permintaan dukungan yang sama.',
        en: 'Both have answered the same request to vouch.',
      },
    },
  },
  { table: 'disclosures', column: 'person_id', way: 'moves', label: DISCLOSURES },
  actedBy('disclosure_assessments', 'assessed_by', DISCLOSURES),
  actedBy('bot_rules', 'published_by', { id: 'Aturan bot', en: 'Rules of bots' }),
];

/** What this room keeps of a person. */
export const MEMBERSHIP_HOLDINGS: readonly PersonHolding[] = [
  ...APPLICATIONS,
  ...MEMBERSHIPS,
  ...DESK,
  ...PINNED,
  ...SPONSORED,
];
