import type { PersonaKey } from '../personas';

interface PersonaData {
  fullName: string;
  titleAfter: string | null;
  birthDate: string;
  email: string;
  memberOf: 'association' | 'volunteers' | null;
  roleId: string;
  roleEn: string;
  descriptionId: string;
  descriptionEn: string;
}

/** The licence of the applicant persona, as the register of the demonstration knows it. */
export const APPLICANT_LICENCE = '3201-8890-2024';

export const PERSONAS: Readonly<Record<PersonaKey, PersonaData>> = {
  applicant: {
    fullName: 'Bening Pratiwi',
    titleAfter: null,
    birthDate: '1997-04-12',
    email: 'bening@demo.himpun.example',
    memberOf: null,
    roleId: 'Pelamar',
    roleEn: 'Applicant',
    descriptionId: `Fisioterapis yang ingin bergabung. Nomor STR-nya ${APPLICANT_LICENCE}.`,
    descriptionEn: `A physiotherapist who wants to join. Her licence number is ${APPLICANT_LICENCE}.`,
  },
  verification_officer: {
    fullName: 'Sari Handayani',
    titleAfter: 'S.Ft.',
    birthDate: '1985-09-03',
    email: 'sari@demo.himpun.example',
    memberOf: 'association',
    roleId: 'Petugas verifikasi',
    roleEn: 'Verification officer',
    descriptionId: 'Memeriksa bukti dan memutuskan permohonan.',
    descriptionEn: 'Looks at evidence and decides applications.',
  },
  chair: {
    fullName: 'Chandra Wijaya',
    titleAfter: 'S.Ft., M.Kes.',
    birthDate: '1972-01-20',
    email: 'chandra@demo.himpun.example',
    memberOf: 'association',
    roleId: 'Ketua',
    roleEn: 'Chair',
    descriptionId: 'Mengangkat pengurus dan melihat keadaan perhimpunan.',
    descriptionEn: 'Appoints officers and sees how the association is doing.',
  },
  trainer: {
    fullName: 'Tomi Siregar',
    titleAfter: 'S.Ft., Ftr.',
    birthDate: '1980-06-30',
    email: 'tomi@demo.himpun.example',
    memberOf: 'association',
    roleId: 'Pelatih',
    roleEn: 'Trainer',
    descriptionId: 'Mengelola kegiatan dan mencatat kehadiran di pintu.',
    descriptionEn: 'Runs activities and records attendance at the door.',
  },
  member: {
    fullName: 'Ana Lestari',
    titleAfter: 'S.Ft.',
    birthDate: '1990-11-11',
    email: 'ana@demo.himpun.example',
    memberOf: 'association',
    roleId: 'Anggota',
    roleEn: 'Member',
    descriptionId: 'Mendaftar pelatihan dan mengumpulkan SKP.',
    descriptionEn: 'Enrols in trainings and collects credits.',
  },
  volunteer: {
    fullName: 'Vino',
    titleAfter: null,
    birthDate: '2001-02-14',
    email: 'vino@demo.himpun.example',
    memberOf: 'volunteers',
    roleId: 'Koordinator relawan',
    roleEn: 'Volunteer coordinator',
    descriptionId: 'Relawan yang menerima relawan baru dan mengatur tugas mereka.',
    descriptionEn: 'A volunteer who accepts new ones and arranges their service.',
  },
};
