/** Names for a demonstration: common Indonesian given and family names put together by chance, of nobody in particular. */
const GIVEN =
  'Siti Budi Agus Dewi Rina Andi Putri Wahyu Yusuf Maria Made Ketut Nur Muhammad Ahmad Sri Eko Tri Dwi Hendra Indra Joko Lestari Fitri Ayu Bagus Citra Dimas Endang Fajar Galih Hesti Intan Jihan Kartika Laras Mega Nanda Oki Puspita Ratna Sari Taufik Umi Vina Wulan Yanti Zainal'.split(
    ' ',
  );
const FAMILY =
  'Santoso Wijaya Pratama Saputra Hidayat Rahman Siregar Nasution Simanjuntak Kusuma Wulandari Permata Setiawan Gunawan Halim Purnomo Utami Anggraini Maulana Hakim Nugroho Suryani Handayani Ramadhan Tarigan Lubis Manurung Wibowo Susilo Kurniawan'.split(
    ' ',
  );
const REGIONS = [
  'Jawa Barat',
  'Jawa Timur',
  'DKI Jakarta',
  'Jawa Tengah',
  'DI Yogyakarta',
  'Bali',
  'Sumatera Utara',
  'Sulawesi Selatan',
];

/** A made-up person. */
export interface MadeUpPerson {
  fullName: string;
  titleAfter: string | null;
  region: string;
  /** `YYYY-MM-DD`. */
  birthDate: string;
}

/** The same people in the same order at every call: what one part of the seed names, another can rely on. */
export function madeUpPeople(count: number, seed: number): MadeUpPerson[] {
  const next = dice(seed);
  return Array.from({ length: count }, () => {
    const words = next() < 0.08 ? [pick(GIVEN, next())] : [pick(GIVEN, next()), pick(FAMILY, next())];
    if (next() < 0.35) words.splice(1, 0, pick(GIVEN, next()));
    const year = 1962 + Math.floor(next() * 40);
    const month = String(1 + Math.floor(next() * 12)).padStart(2, '0');
    const day = String(1 + Math.floor(next() * 28)).padStart(2, '0');
    return {
      fullName: words.join(' '),
      titleAfter: next() < 0.6 ? pick(['S.Ft.', 'S.Ft., Ftr.', 'Amd.Ft.', 'S.Ft., M.Kes.'], next()) : null,
      region: pick(REGIONS, next()),
      birthDate: `${year}-${month}-${day}`,
    };
  });
}

/** Numbers from 0 to 1 that repeat with their seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pick<Item>(items: readonly Item[], chance: number): Item {
  return items[Math.floor(chance * items.length)] as Item;
}
