import type { ActivityKind } from '@himpun/programmes';

/** Kind, titles, hours of credit, places; each is held twice in the demonstration: fifteen titles, thirty activities. */
export const TITLES: readonly [ActivityKind, string, string, number, number][] = [
  ['workshop', 'Terapi manual tulang belakang', 'Manual therapy of the spine', 8, 24],
  ['seminar', 'Nyeri punggung bawah: bukti terbaru', 'Low back pain: the latest evidence', 4, 120],
  ['training', 'Rehabilitasi pascastroke', 'Rehabilitation after stroke', 16, 30],
  ['workshop', 'Latihan keseimbangan untuk lansia', 'Balance training for older people', 6, 30],
  ['seminar', 'Etika dan hukum praktik mandiri', 'Ethics and law of independent practice', 4, 150],
  [
    'training',
    'Fisioterapi anak dengan palsi serebral',
    'Physiotherapy for children with cerebral palsy',
    16,
    20,
  ],
  ['workshop', 'Menulis rekam terapi yang baik', 'Writing good treatment records', 3, 40],
  ['service', 'Posko gerak sehat di lokasi banjir', 'Healthy movement post at the flood site', 6, 12],
  ['training', 'Fisioterapi olahraga tingkat dasar', 'Basic sports physiotherapy', 12, 25],
  ['seminar', 'Telerehabilitasi: apa yang berhasil', 'Telerehabilitation: what works', 3, 200],
  ['workshop', 'Ultrasonografi muskuloskeletal', 'Musculoskeletal ultrasound', 8, 10],
  ['service', 'Senam bersama lansia di taman kota', 'Exercise with older people in the city park', 3, 20],
  ['training', 'Memimpin cabang: rapat, uang, anggota', 'Leading a chapter: meetings, money, members', 8, 30],
  ['seminar', 'Kesehatan panggul perempuan', 'Women’s pelvic health', 4, 80],
  ['workshop', 'Kinesiotaping untuk praktik sehari-hari', 'Kinesiotaping for everyday practice', 6, 24],
];

export const PLACES = [
  'Aula RSUD Kota Bandung, Jl. Rumah Sakit 22',
  'Gedung Serbaguna, Jl. Pemuda 15, Surabaya',
  'Balai Pelatihan, Jl. Cempaka Putih 3, Jakarta',
  'Ruang Melati, Hotel Nusantara, Yogyakarta',
];
