import type { CodeText } from '@himpun/ethics';
import type { NewGroup, Requirement } from '@himpun/groups';
import type { NewOffice } from '@himpun/governance';

/** The licensing authority of the demonstration; its register is imported by the seed. */
export const AUTHORITY = 'Konsil Kesehatan Indonesia';
export const PROFESSION = 'Fisioterapis';

type DemoGroup = NewGroup & { key: 'association' | 'bandung' | 'surabaya' | 'volunteers' };

export const GROUPS: readonly DemoGroup[] = [
  {
    key: 'association',
    kind: 'professional',
    slug: 'perhimpunan-fisioterapi-nusantara',
    nameId: 'Perhimpunan Fisioterapi Nusantara',
    nameEn: 'Nusantara Physiotherapy Association',
    shortName: 'PFN',
    aboutId: 'Menghimpun fisioterapis berlisensi, menjaga mutu praktik, dan melindungi pasien.',
    aboutEn:
      'Brings licensed physiotherapists together, guards the quality of practice and protects patients.',
    primaryColor: '#0b6e75',
    contactEmail: 'sekretariat@pfn.example',
  },
  {
    key: 'bandung',
    kind: 'professional',
    slug: 'pfn-cabang-bandung',
    nameId: 'PFN Cabang Bandung',
    nameEn: 'PFN Bandung Chapter',
    shortName: 'PFN Bandung',
    aboutId: 'Cabang untuk Bandung Raya.',
    aboutEn: 'The chapter of Greater Bandung.',
  },
  {
    key: 'surabaya',
    kind: 'professional',
    slug: 'pfn-cabang-surabaya',
    nameId: 'PFN Cabang Surabaya',
    nameEn: 'PFN Surabaya Chapter',
    shortName: 'PFN Surabaya',
    aboutId: 'Cabang untuk Surabaya dan sekitarnya.',
    aboutEn: 'The chapter of Surabaya and surroundings.',
  },
  {
    key: 'volunteers',
    kind: 'volunteer',
    slug: 'relawan-gerak-sehat',
    nameId: 'Relawan Gerak Sehat',
    nameEn: 'Healthy Movement Volunteers',
    shortName: 'RGS',
    aboutId:
      'Relawan yang membantu lansia dan penyintas bencana bergerak kembali. Siapa pun boleh bergabung.',
    aboutEn: 'Volunteers who help older people and disaster survivors to move again. Anyone may join.',
    contactEmail: 'halo@rgs.example',
  },
];

const professional: Requirement[] = [
  {
    id: 'education',
    kind: 'education',
    minimumLevel: 6,
    fields: ['Fisioterapi', 'Physiotherapy'],
    title: { id: 'Pendidikan fisioterapi', en: 'Physiotherapy education' },
    hint: {
      id: 'Sarjana (S1/D4) fisioterapi atau lebih tinggi. Unggah ijazah, atau ijazah digital yang ditandatangani penerbitnya.',
      en: 'A bachelor’s degree (S1/D4) in physiotherapy or higher. Upload the diploma, or a digital one signed by its issuer.',
    },
  },
  {
    id: 'licence',
    kind: 'licence',
    authority: AUTHORITY,
    profession: PROFESSION,
    title: { id: 'Surat tanda registrasi (STR)', en: 'Licence to practise (STR)' },
    hint: {
      id: 'STR fisioterapis yang berlaku pada hari keputusan. Kami mencocokkannya dengan register konsil.',
      en: 'A physiotherapist’s licence valid on the day of the decision. We compare it with the council’s register.',
    },
  },
  {
    id: 'experience',
    kind: 'experience',
    minimumMonths: 12,
    evidence: 'optional',
    title: { id: 'Pengalaman praktik', en: 'Practice experience' },
    hint: { id: 'Paling sedikit dua belas bulan praktik.', en: 'At least twelve months of practice.' },
  },
  {
    id: 'ethics',
    kind: 'ethics',
    title: { id: 'Kode etik', en: 'Code of ethics' },
    hint: {
      id: 'Setelah disetujui, Anda membaca kode etik pasal demi pasal dan menyatakan menaatinya.',
      en: 'Once approved, you read the code of ethics clause by clause and promise to keep it.',
    },
  },
];

const volunteer: Requirement[] = [
  {
    id: 'interest',
    kind: 'interest',
    options: [
      { code: 'health', label: { id: 'Kesehatan', en: 'Health' } },
      { code: 'disaster', label: { id: 'Kebencanaan', en: 'Disaster relief' } },
      { code: 'education', label: { id: 'Pendidikan', en: 'Education' } },
      { code: 'social', label: { id: 'Sosial', en: 'Social' } },
      { code: 'environment', label: { id: 'Lingkungan', en: 'Environment' } },
    ],
    title: { id: 'Minat', en: 'Interest' },
    hint: { id: 'Bidang yang ingin Anda bantu.', en: 'The fields in which you want to help.' },
  },
  {
    id: 'availability',
    kind: 'availability',
    title: { id: 'Waktu Anda', en: 'Your time' },
    hint: { id: 'Kapan dan seberapa sering Anda dapat membantu.', en: 'When and how often you can help.' },
  },
  {
    id: 'commitment',
    kind: 'commitment',
    text: {
      id: 'Saya akan hadir pada tugas yang saya ambil, menjaga rahasia orang yang saya bantu, dan memberi tahu bila berhalangan.',
      en: 'I will turn up for the service I take on, keep the confidence of those I help, and say so when I cannot come.',
    },
    title: { id: 'Komitmen', en: 'Commitment' },
    hint: { id: 'Janji setiap relawan.', en: 'The promise of every volunteer.' },
  },
];

/** Grade and rules of each group; chapters ask what the association asks. */
export const GRADES = [
  grade('association', 'full', 'Anggota biasa', 'Full member', 'PFN-{year}-{seq:5}', professional),
  grade('bandung', 'full', 'Anggota cabang', 'Chapter member', 'PFN-BDG-{seq:4}', professional),
  grade('surabaya', 'full', 'Anggota cabang', 'Chapter member', 'PFN-SBY-{seq:4}', professional),
  grade('volunteers', 'volunteer', 'Relawan', 'Volunteer', 'RGS-{seq:4}', volunteer),
];

function grade(
  group: DemoGroup['key'],
  code: string,
  nameId: string,
  nameEn: string,
  numberPattern: string,
  requirements: Requirement[],
) {
  return { group, code, nameId, nameEn, numberPattern, requirements };
}

type DemoOffice = Omit<NewOffice, 'groupId' | 'position'>;

/** The one office of the volunteers: a small group needs no more, but somebody has to accept those who come. */
export const VOLUNTEER_OFFICE: DemoOffice = {
  code: 'chair',
  nameId: 'Koordinator relawan',
  nameEn: 'Volunteer coordinator',
  seats: 1,
  powers: [
    'applications.review',
    'applications.decide',
    'members.read',
    'activities.manage',
    'attendance.record',
    'certificates.issue',
  ],
};

/** The offices of the association. */
export const OFFICES: readonly DemoOffice[] = [
  {
    code: 'chair',
    nameId: 'Ketua',
    nameEn: 'Chair',
    seats: 1,
    powers: [
      'offices.appoint',
      'members.read',
      'ethics.publish',
      'rules.publish',
      'applications.decide',
      'audit.read',
      'operations.queues',
      'certificates.issue',
    ],
  },
  {
    code: 'secretary',
    nameId: 'Sekretaris',
    nameEn: 'Secretary',
    seats: 1,
    powers: ['members.read', 'applications.review'],
  },
  { code: 'treasurer', nameId: 'Bendahara', nameEn: 'Treasurer', seats: 1, powers: ['members.read'] },
  {
    code: 'verification_officer',
    nameId: 'Petugas verifikasi',
    nameEn: 'Verification officer',
    seats: 2,
    powers: [
      'applications.review',
      'applications.decide',
      'licences.check',
      'registers.import',
      'issuers.trust',
      'members.read',
    ],
  },
  {
    code: 'training_coordinator',
    nameId: 'Koordinator pelatihan',
    nameEn: 'Training coordinator',
    seats: 1,
    powers: ['activities.manage', 'attendance.record', 'certificates.issue'],
  },
];

export const CODE: CodeText = {
  title: { id: 'Kode Etik Fisioterapis', en: 'Code of Ethics of Physiotherapists' },
  preamble: {
    id: 'Kode etik ini melindungi pasien, menjaga martabat profesi, dan mengikat setiap anggota sejak ia menyatakannya.',
    en: 'This code protects patients, keeps the dignity of the profession, and binds every member from the day they acknowledge it.',
  },
  clauses: [
    clause(
      'Kepentingan pasien',
      'The patient first',
      'Keselamatan dan kepentingan pasien selalu didahulukan di atas kepentingan lain.',
      'The safety and interest of the patient always come before any other interest.',
      true,
    ),
    clause(
      'Persetujuan',
      'Consent',
      'Tindakan dilakukan setelah pasien memahami dan menyetujuinya; pasien boleh menolak kapan saja.',
      'Treatment follows after the patient understands and agrees; the patient may refuse at any time.',
      true,
    ),
    clause(
      'Batas kemampuan',
      'Limits of competence',
      'Anggota bekerja dalam batas kemampuan dan lisensinya, dan merujuk pasien bila perlu.',
      'Members work within their competence and licence, and refer patients where needed.',
      true,
    ),
    clause(
      'Kerahasiaan',
      'Confidentiality',
      'Keterangan tentang pasien dijaga, juga setelah perawatan berakhir.',
      'What is known of a patient is kept in confidence, also after treatment ends.',
      true,
    ),
    clause(
      'Kejujuran',
      'Honesty',
      'Hasil, biaya dan kualifikasi disampaikan apa adanya; tidak ada janji kesembuhan.',
      'Results, fees and qualifications are stated as they are; no cure is promised.',
      false,
    ),
    clause(
      'Belajar terus',
      'Keep learning',
      'Anggota memelihara pengetahuannya dan mengikuti pendidikan berkelanjutan.',
      'Members keep their knowledge current and take part in continuing education.',
      false,
    ),
    clause(
      'Rekan sejawat',
      'Colleagues',
      'Rekan dihormati; kekhawatiran tentang keselamatan pasien dilaporkan melalui saluran perhimpunan.',
      'Colleagues are respected; concerns about patient safety are raised through the association.',
      false,
    ),
  ],
};

function clause(
  headingId: string,
  headingEn: string,
  textId: string,
  textEn: string,
  mustAcknowledge: boolean,
) {
  return { heading: { id: headingId, en: headingEn }, text: { id: textId, en: textEn }, mustAcknowledge };
}
