/**
 * The words that lists of leaked passwords are mostly made of, in English and Indonesian, and rows of the keyboard.
 * A password made of nothing but these, of what is known about its owner, of years and of runs is one that guessing
 * programs try first; this covers far more than a list of the few thousand commonest (ASVS 5.0 6.2.4, 6.2.11).
 */
const WORDS =
  `password passwort passw pass word admin administrator root user guest login logmein welcome letmein default
  changeme change secret master monkey dragon shadow sunshine princess football baseball superman batman iloveyou love
  you qwerty qwertyuiop qwertz azerty asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qazwsx qazwsxedc wsx edc trustno hello
  freedom whatever computer internet michael jordan charlie andrew daniel thomas jessica ashley summer winter spring
  autumn monday friday january december august november google facebook samsung iphone android windows microsoft apple
  starwars pokemon killer hunter soccer hockey mustang ferrari chelsea liverpool arsenal barcelona juventus madrid
  manchester united test testing temp demo sample example server system access security private public hacker ninja
  cheese pepper ginger flower cookie banana orange purple yellow silver golden diamond forever family friend angel
  lovely blessed jesus christ heaven god money lucky magic happy smile baby girl boy mother father brother sister
  rahasia sandi kata katasandi katakunci kunci masuk selamat datang indonesia jakarta bandung surabaya medan semarang
  yogyakarta jogja bali makassar merdeka garuda pancasila bismillah alhamdulillah allah muhammad ramadhan lebaran
  sayang sayangku cinta cintaku kamu aku saya kita bunda mama papa ayah ibu anak adik kakak keluarga bahagia semangat
  sukses bismilah persib persija arema bola sepak senin selasa rabu kamis jumat sabtu minggu januari februari maret
  april mei juni juli agustus september oktober desember ganteng cantik manis putri putra dewi budi agus joko sri
  himpun member anggota organisasi perhimpunan ikatan persatuan`
    .split(/\s+/)
    .filter((word) => word.length > 2);

const KEYBOARD = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const RUNS = [...KEYBOARD, ...KEYBOARD.map((row) => [...row].reverse().join(''))];
const SWAPS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
const known = new Set(WORDS);

/** Whether a guessing program would try this password early; `personal` words count as known. */
export function isCommonplace(password: string, personal: readonly string[] = []): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  const words = new Set([...known, ...personal.map((word) => word.normalize('NFKC').toLowerCase())]);
  return isRepetition(plain) || consistsOfKnown(plain, words);
}

/** `aaaaaaaaaaaa`, `abcabcabcabc`: at most four characters again and again. */
function isRepetition(text: string): boolean {
  return [1, 2, 3, 4].some((size) =>
    [...text].every((character, index, all) => character === all[index % size]),
  );
}

/** Whether known words, years, runs and at most three loose characters fill the whole text. */
function consistsOfKnown(text: string, words: ReadonlySet<string>): boolean {
  const LOOSE = 3;
  // fewest[i]: the fewest loose characters with which the first i characters can be explained.
  const fewest = new Array<number>(text.length + 1).fill(Number.POSITIVE_INFINITY);
  fewest[0] = 0;
  for (let end = 1; end <= text.length; end += 1) {
    fewest[end] = (fewest[end - 1] as number) + (/[\s\p{P}\p{S}]/u.test(text[end - 1] as string) ? 0 : 1);
    for (let start = Math.max(0, end - 40); start <= end - 3; start += 1) {
      const part = text.slice(start, end);
      if (words.has(part) || words.has(unswapped(part)) || isRun(part))
        fewest[end] = Math.min(fewest[end] as number, fewest[start] as number);
    }
  }
  return (fewest[text.length] as number) <= LOOSE;
}

function isRun(part: string): boolean {
  return /^(.)\1+$/u.test(part) || /^(19|20)\d\d$/.test(part) || RUNS.some((row) => row.includes(part));
}

function unswapped(text: string): string {
  return [...text].map((character) => SWAPS[character] ?? character).join('');
}
