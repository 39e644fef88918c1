import { actedBy, type PersonHolding } from '@himpun/kernel';

const VERIFIED = { id: 'Pemeriksaan yang dilakukan', en: 'Checks carried out' };
const SOURCES = { id: 'Sumber yang diatur', en: 'Sources kept' };

/** What this room keeps of a person. */
export const CREDENTIALS_HOLDINGS: readonly PersonHolding[] = [
  {
    table: 'credentials',
    column: 'person_id',
    way: 'moves',
    label: { id: 'Kredensial', en: 'Credentials' },
    line: `coalesce(nullif(concat_ws(' · ', t.title, t.number, t.authority), ''), t.institution, t.kind)`,
    obstacles: [
      {
        sql: `SELECT count(*)::int AS count FROM application_credentials x
          WHERE x.credential_id = ANY ($1::uuid[]) AND x.created_at > $2`,
        text: {
          id: 'Kredensial yang dipindahkan sudah dipakai dalam permohonan setelah penggabungan.',
          en: 'A credential that was moved has been used in an application since.',
        },
      },
    ],
  },
  {
    table: 'checks',
    column: 'person_id',
    way: 'moves',
    label: { id: 'Pemeriksaan kredensial', en: 'Checks of credentials' },
  },
  actedBy('checks', 'acted_by', VERIFIED),
  actedBy('check_reviews', 'reviewer_id', VERIFIED),
  actedBy('manual_verifications', 'verifier_id', VERIFIED),
  actedBy('manual_readings', 'verifier_id', VERIFIED),
  actedBy('manual_readings', 'reader_id', VERIFIED),
  actedBy('attestations', 'asked_by', VERIFIED),
  actedBy('attestations', 'ended_by', VERIFIED),
  actedBy('verification_lists', 'created_by', VERIFIED),
  actedBy('verification_lists', 'started_by', VERIFIED),
  actedBy('register_imports', 'uploaded_by', SOURCES),
  actedBy('register_imports', 'confirmed_by', SOURCES),
  actedBy('trusted_issuers', 'added_by', SOURCES),
  actedBy('verification_rules', 'published_by', SOURCES),
  actedBy('institution_domains', 'added_by', SOURCES),
];
