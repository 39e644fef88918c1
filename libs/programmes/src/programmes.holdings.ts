import { actedBy, type PersonHolding } from '@himpun/kernel';

/** What this room keeps of a person. */
export const PROGRAMMES_HOLDINGS: readonly PersonHolding[] = [
  {
    table: 'registrations',
    column: 'person_id',
    way: 'moves',
    label: { id: 'Pendaftaran kegiatan', en: 'Registrations' },
    line: `(SELECT a.title_id FROM activities a WHERE a.id = t.activity_id)`,
    once: {
      by: `CASE WHEN t.state <> 'cancelled' THEN t.activity_id::text END`,
      // What is over needs no place any more: one of the two rests.
      weight: `CASE WHEN EXISTS (SELECT 1 FROM activities a WHERE a.id = t.activity_id AND a.ends_at > $2) THEN 2 ELSE 1 END`,
      refusal: {
        id: 'Keduanya terdaftar pada kegiatan yang sama. Batalkan salah satu pendaftaran lebih dahulu.',
        en: 'Both have a place at one activity. Cancel one of the two first.',
      },
    },
    obstacles: [
      {
        sql: `SELECT count(*)::int AS count FROM credit_entries e
          WHERE e.registration_id = ANY ($1::uuid[]) AND e.created_at > $2`,
        text: {
          id: 'Setelah penggabungan, kredit sudah dibukukan untuk pendaftaran yang dipindahkan.',
          en: 'Credits have been booked since for a registration that was moved.',
        },
      },
      {
        sql: `SELECT count(*)::int AS count FROM registrations r JOIN certificates c ON c.id = r.certificate_id
          WHERE r.id = ANY ($1::uuid[]) AND c.created_at > $2`,
        text: {
          id: 'Setelah penggabungan, sertifikat sudah diterbitkan untuk pendaftaran yang dipindahkan.',
          en: 'A certificate has been issued since for a registration that was moved.',
        },
      },
    ],
  },
  {
    table: 'credit_entries',
    column: 'person_id',
    way: 'follows',
    label: { id: 'Kredit (SKP/jam)', en: 'Credits' },
  },
  {
    table: 'activities',
    column: 'trainer_person_id',
    way: 'moves',
    label: { id: 'Kegiatan sebagai pelatih', en: 'Activities as trainer' },
    line: 't.title_id',
  },
  actedBy('attendances', 'recorded_by', { id: 'Kehadiran yang dicatat', en: 'Attendance recorded' }),
];
