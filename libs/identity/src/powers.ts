import type { Bilingual } from '@himpun/kernel';

/** Every power there is, and what a person reads about it. Offices give powers; terms date them. */
export const POWERS = {
  'applications.review': { id: 'Menilai permohonan keanggotaan', en: 'Review membership applications' },
  'applications.decide': { id: 'Memutuskan permohonan keanggotaan', en: 'Decide membership applications' },
  'licences.check': { id: 'Memeriksa kredensial dan lisensi', en: 'Check credentials and licences' },
  'registers.import': { id: 'Mengimpor register otoritas', en: 'Import authority registers' },
  'issuers.trust': { id: 'Menentukan penerbit tepercaya', en: 'Decide which issuers are trusted' },
  'members.read': { id: 'Melihat data anggota', en: 'See member records' },
  'ethics.publish': { id: 'Menerbitkan kode etik', en: 'Publish the code of ethics' },
  'rules.publish': { id: 'Menerbitkan aturan penerimaan', en: 'Publish admission rules' },
  'offices.appoint': { id: 'Mengangkat pengurus', en: 'Appoint officers' },
  'activities.manage': { id: 'Mengelola kegiatan', en: 'Manage activities' },
  'attendance.record': { id: 'Mencatat kehadiran', en: 'Record attendance' },
  'certificates.issue': { id: 'Menerbitkan dan mencabut sertifikat', en: 'Issue and revoke certificates' },
  'operations.queues': { id: 'Melihat antrean dan surat mati', en: 'See queues and dead letters' },
  'audit.read': { id: 'Membaca jejak audit', en: 'Read the audit trail' },
} as const satisfies Record<string, Bilingual>;

export type Power = keyof typeof POWERS;
