import { matchNames } from './name-match.policy';

const codes = (one: string, other: string): string[] =>
  matchNames(one, other).reasons.map(({ code }) => code);

describe('two spellings of one name match', () => {
  it.each([
    ['letter case', 'ANA LESTARI', 'Ana Lestari'],
    ['titles on both ends', 'Dr. Siti Rahmawati, S.Ft., M.Kes.', 'Siti Rahmawati'],
    ['a specialist title', 'dr. Budi Santoso, Sp.PD', 'Budi Santoso'],
    ['a sub-specialist title', 'dr. Budi Santoso Sp.PD-KGH', 'Budi Santoso'],
    ['a consultant title', 'Prof. Dr. Budi Santoso, Sp.M(K)', 'Budi Santoso'],
    ['hajj and academic titles', 'H. Ahmad Fauzi, S.E., M.M.', 'Ahmad Fauzi'],
    ['a nurse’s titles', 'Ns. Dewi Kartika, S.Kep', 'Dewi Kartika'],
    ['titles without a space', 'Dr.Dewi Kartika,S.Kep.,Ns', 'Dewi Kartika'],
    ['a midwife’s diploma', 'Dewi Kartika, A.Md. Keb', 'Dewi Kartika'],
    ['titles of other countries', 'Dipl.-Ing. Dewi Kartika, MD, PhD, RN', 'Dewi Kartika'],
    ['a title in capitals', 'Budi Santoso ST', 'Budi Santoso'],
    ['family name first', 'GOEL, NEETI BHATIA', 'Neeti Bhatia Goel'],
    ['a family name that is nobody’s given name', 'Siregar Poltak', 'Poltak Siregar'],
    ['diacritics', 'José Núñez', 'Jose Nunez'],
    ['umlauts written out', 'Jörg Müller', 'Joerg Mueller'],
    ['an apostrophe', "Nur'aini Putri", 'Nuraini Putri'],
    ['Van Ophuijsen spelling', 'Soekarno Djojohadikoesoemo', 'Sukarno Joyohadikusumo'],
    ['tj and dj', 'Tjahjono Djatmiko', 'Cahyono Jatmiko'],
    ['Moh. for Muhammad', 'Moh. Rizki Pratama', 'Muhammad Rizki Pratama'],
    ['M. for Muhammad', 'M. Rizki Pratama', 'Muhammad Rizki Pratama'],
    ['Muh without dot', 'Muh Rizki Pratama', 'Mohammad Rizki Pratama'],
    ['Abd. for Abdul', 'Abd. Rahman Wahid', 'Abdul Rahman Wahid'],
    ['Abdul joined', 'Abdurrahman Wahid', 'Abdul Rahman Wahid'],
    ['y and i', 'Rizky Setyawan', 'Rizki Setiawan'],
    ['words together', 'Nur Haliza Putri', 'Nurhaliza Putri'],
    ['a middle initial more', 'Budi S. Santoso', 'Budi Santoso'],
    ['a middle name as initial', 'Budi S. Santoso', 'Budi Setya Santoso'],
    ['a nickname beside two whole words', 'Bill Henry Gates', 'William Henry Gates'],
    ['a particle', 'Rami Karim al-Assad', 'Rami Karim Assad'],
    ['ibn and bin', 'Osama bin Laden', 'Usama ibn Laden'],
    ['the Balinese I', 'I Wayan Sudiarta', 'Wayan Sudiarta'],
    ['Balinese short forms', 'I Nym. Arta Wiguna', 'I Nyoman Arta Wiguna'],
    ['one name only, the same', 'Suharto', 'SUHARTO'],
    ['another alphabet', 'Фуад Гулиев', 'Fuad Guliev'],
    ['the same signs', '习近平', '习近平'],
    ['a nickname in brackets', 'Joko Widodo (Jokowi)', 'Joko Widodo'],
  ])('%s', (_, one, other) => expect(matchNames(one, other)).toMatchObject({ verdict: 'match' }));
});

describe('a person looks at', () => {
  it.each([
    ['a single name against a longer one', 'Ana', 'Ana Lestari', 'single_name'],
    ['an old spelling of a single name', 'Soeharto', 'Suharto', 'single_name'],
    ['a further name', 'Ana Putri Lestari', 'Ana Lestari', 'extra_words'],
    ['a husband’s name', 'Sri Lestari', 'Sri Lestari Hartono', 'extra_words'],
    ['one letter', 'Budi Santosa', 'Budi Santoso', 'letters_differ'],
    ['one letter of a short name', 'Tom Cook', 'Tim Cook', 'letters_differ'],
    ['a swapped pair of letters', 'Dewi Kratika', 'Dewi Kartika', 'letters_differ'],
    ['a sound', 'Novi Andriani', 'Nopi Andriani', 'sounds_alike'],
    ['a digit among letters', 'W1dodo Saptono', 'Widodo Saptono', 'odd_signs'],
    ['a Cyrillic letter that looks Latin', 'P\u0430vel Ivanov', 'Pavel Ivanov', 'odd_signs'],
    ['a first name as initial', 'B. Santoso', 'Budi Santoso', 'initial'],
    ['initials and nothing else', 'A. B.', 'A. B.', 'initial'],
    ['a nickname', 'Bill Gates', 'William Gates', 'nickname'],
    ['another order', 'Hasan Ahmad', 'Ahmad Hasan', 'other_order'],
    ['a father’s name turned', 'Karim bin Hamzah', 'Hamzah bin Karim', 'other_order'],
    ['a masked name', 'd** Yo** Ya** S**', 'Dewi Yolanda Yasmin Sari', 'masked'],
    ['a patronymic left out', 'Siti Nurhaliza', 'Siti Nurhaliza Binti Abdul Karim', 'extra_words'],
    ['a junior', 'Harun Sanjaya', 'Harun Sanjaya Jr.', 'generation_differs'],
    ['a junior and a second', 'Harun Sanjaya Jr.', 'Harun Sanjaya II', 'generation_differs'],
    ['Mr. and Mrs.', 'Tn. Dwi Santika', 'Ny. Dwi Santika', 'gender_differs'],
    ['H. and Hj.', 'H. Nur Hidayat', 'Hj. Nur Hidayat', 'gender_differs'],
    ['I and Ni', 'I Wayan Suartini', 'Ni Wayan Suartini', 'gender_differs'],
    ['an alias', 'Hendrawan alias Tan Hok Swie', 'Tan Hok Swie', 'other_name'],
    ['a name at birth', 'Clara Wibisono née Gunardi', 'Clara Gunardi', 'other_name'],
    ['signs against letters', '贝拉克·奥巴马', 'Barack Obama', 'other_script'],
    ['Arabic against letters', 'فرناندو بيريز', 'Fernando Pérez', 'other_script'],
    ['Vietnamese tones', 'Nguyễn Văn Dũng', 'Nguyễn Văn Dung', 'accents_differ'],
    ['names of half a country', 'Muhammad Ali', 'Mohamed Aly', 'common_names'],
  ])('%s', (_, one, other, code) => {
    expect(matchNames(one, other).verdict).toBe('review');
    expect(codes(one, other)).toContain(code);
  });
});

describe('near names of different people never decide', () => {
  it.each(
    `Ahmad Fauzi|Ahmad Fauzan, Dian Putra|Dian Putri, Eko Setiawan|Eko Setiawati, Kurniawan|Kurniawati, Rian Anggraini|Rina Anggraini,
    Adrian Mahendra|Ardian Mahendra, Marini Pertiwi|Mariani Pertiwi, Raja Pulungan|Raya Pulungan, Aji Pramudya|Ayi Pramudya,
    Marjono Hadi|Maryono Hadi, Sujono Adi|Suyono Adi, Thomas Moeller|Thomas Muller, Jackie Chan Halim|Jackie Khan Halim,
    Hamid Alkatiri|Hamed Alkatiri, Nguyen Thi Thu|Nguyen Thi Tu, Mary Smith|Marie Smith, Agung P. Nugroho|Agung Setia Nugroho,
    Ali Hasan Umar|Umar Hasan Ali, Harun Lasut II|Harun Lasut III, Harun Lasut Jr.|Harun Lasut Sr., Чан Ли Мин|Хан Ли Мин, 习近朋|习近平,
    Jack MA|Jack DO, I Wayan Sudiarta|I Made Sudiarta, Hasan Basri|Husein Basri, Abd. Rahman|Abd. Rahim, Nurul bin Ilyas|Nurul binti Ilyas, Fina Amalia|Vina Amalia`
      .split(',')
      .map((pair) => pair.trim().split('|')),
  )('%s and %s', (one = '', other = '') => expect(matchNames(one, other).verdict).not.toBe('match'));
});

describe('different people stay apart', () => {
  it.each([
    ['Budi Santoso', 'Budi Susanto'],
    ['Siti Aminah', 'Siti Aisyah'],
    ['Ana Lestari', 'Budi Hartono'],
    ['Muhammad Ali', 'Muhammad Rizki'],
    ['Suharto', 'Sukarno'],
    ['Ana', 'Ani'],
    ['Harun Sanjaya Jr.', 'Harun Sanjaya Sr.'],
    ['d** Yo** Ya** S**', 'Budi Santoso'],
    ['', 'Ana Lestari'],
    ['123', 'Ana Lestari'],
  ])('%s and %s', (one, other) => expect(matchNames(one, other).verdict).toBe('mismatch'));
});
