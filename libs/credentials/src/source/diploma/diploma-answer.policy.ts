/** What a diploma register says of a graduate, an institution or a programme; null where it says nothing. */
export interface DiplomaRecord {
  name: string | null;
  birthDate: string | null;
  /** Diploma or certificate numbers, national ones and the institution's own. */
  numbers: string[];
  institution: string | null;
  /** Short form, website: other names of the institution. */
  institutionAlso: string[];
  programme: string | null;
  /** As written: `S1`, `Sarjana`. */
  level: string | null;
  /** Year of intake. */
  intake: number | null;
  /** `YYYY-MM-DD`, or the year alone. */
  graduated: string | null;
  status: string | null;
}

/** Intake years that a register has records of, as the answer itself says. */
export interface Coverage {
  from: number | null;
  until: number | null;
}

export type DiplomaAnswer =
  | { kind: 'records'; records: DiplomaRecord[]; coverage: Coverage | null }
  | { kind: 'error'; text: string }
  | { kind: 'nonsense'; detail: string };

type Fields = ReadonlyMap<string, string>;

const NOTHING = /^(?:-+|null|n\/a|tidak diisi|tidak ada|kosong)?$/i;
const LISTS = 'data mahasiswa results result hasil items lulusan list pt prodi'.split(' ');

/**
 * Reads the shapes of PDDikti (search, detail of student, institution, programme) and of registers of diploma numbers
 * (PISN): one record or many, bare or wrapped, keys of the old and the new interface.
 */
export function readDiploma(json: unknown): DiplomaAnswer {
  if (typeof json !== 'object' || json === null)
    return { kind: 'nonsense', detail: 'no JSON object or list' };
  const coverage = coverageOf(json);
  const found = objectsOf(json, 0);
  const records = found.map((one) => recordOf(fieldsOf(one)));
  const told = records.filter(saysSomething);
  if (told.length > 0 || coverage !== null) return { kind: 'records', records: told, coverage };
  const text = messageOf(json);
  if (text !== null && /tidak (?:di)?temukan|tidak ada|not found|no data|kosong/i.test(text)) {
    return { kind: 'records', records: [], coverage };
  }
  if (text !== null) return { kind: 'error', text };
  return found.length > 0
    ? { kind: 'nonsense', detail: 'nothing_told' }
    : { kind: 'records', records: [], coverage };
}

/** The record objects in an answer, however it is wrapped. */
function objectsOf(json: unknown, depth: number): Record<string, unknown>[] {
  if (Array.isArray(json)) return json.flatMap((one) => objectsOf(one, depth + 1));
  if (typeof json !== 'object' || json === null || depth > 4) return [];
  const object = json as Record<string, unknown>;
  const wrapped = LISTS.filter((key) => typeof object[key] === 'object' && object[key] !== null);
  const scalars = Object.entries(object).filter(
    ([key, value]) => typeof value !== 'object' && !ENVELOPE.has(key),
  );
  if (wrapped.length > 0 && scalars.length === 0)
    return wrapped.flatMap((key) => objectsOf(object[key], depth + 1));
  if (LISTS.some((key) => key in object && object[key] === null) && scalars.length === 0) return [];
  return Object.keys(object).every((key) => ENVELOPE.has(key)) ? [] : [object];
}

const ENVELOPE = new Set(
  'success status message msg status_code statusCode code error errors total page limit count meta coverage cakupan timestamp'.split(
    ' ',
  ),
);

/** Scalars of an object and of the objects in it, keys in small letters, empty values left out. */
function fieldsOf(object: Record<string, unknown>, into = new Map<string, string>()): Map<string, string> {
  for (const [key, value] of Object.entries(object)) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      fieldsOf(value as Record<string, unknown>, into);
    } else if (typeof value === 'string' || typeof value === 'number') {
      const text = String(value).trim();
      const name = key.toLowerCase().replace(/[^a-z]/g, '');
      if (!NOTHING.test(text) && !into.has(name)) into.set(name, text);
    }
  }
  return into;
}

function recordOf(fields: Fields): DiplomaRecord {
  const of = (...keys: string[]) =>
    keys.map((key) => fields.get(key)).find((value) => value !== undefined) ?? null;
  const line = oldSearchLine(of('text'));
  const also = of('nmsingkat', 'sinkatanpt', 'singkatanpt', 'ptsingkat', 'namasingkat');
  const intake = /(?:19|20)\d\d/.exec(
    of('tanggalmasuk', 'tglmasuk', 'tahunmasuk', 'angkatan', 'mulaismt', 'periodemasuk') ?? '',
  );
  return {
    name: of('nama', 'namamahasiswa', 'namalulusan', 'nmpd', 'name') ?? line?.name ?? null,
    birthDate: dayOf(of('tanggallahir', 'tgllahir')),
    numbers: NUMBER_KEYS.map((key) => fields.get(key)).filter((one) => one !== undefined),
    institution:
      of('namapt', 'perguruantinggi', 'namaperguruantinggi', 'nmlemb', 'pt', 'institution') ??
      line?.institution ??
      null,
    institutionAlso: [also, of('website')].filter((one) => one !== null),
    programme: of('namaprodi', 'prodi', 'programstudi', 'nmprodi') ?? line?.programme ?? null,
    level: of('jenjang', 'jenjdidik', 'jenjangpendidikan', 'jenjangdidik', 'nmjenjdidik'),
    intake: intake === null ? null : Number(intake[0]),
    graduated: dayOf(
      of('tanggallulus', 'tgllulus', 'tglijazah', 'tanggalijazah', 'tahunlulus', 'tanggalyudisium'),
    ),
    status: of(
      'statussaatini',
      'statusmahasiswa',
      'statusterakhirmahasiswa',
      'ketkeluar',
      'jeniskeluar',
      'statusijazah',
      'statuspt',
      'status',
    ),
  };
}

const NUMBER_KEYS =
  'nomorijazah noijazah nomorijazahnasional pin nina noseriijazah nomorseriijazah nomorsertifikat nomorsertifikatprofesi nosertifikat nomor number'.split(
    ' ',
  );

/** The older interface answered a search in one line: `ANA(123), PT : UNIVERSITAS X, Prodi: Y`. */
function oldSearchLine(text: string | null): { name: string; institution: string; programme: string } | null {
  const match = /^(.+?)\s*\(([^)]*)\)\s*,\s*PT\s*:\s*(.+?)\s*,\s*Prodi\s*:\s*(.+)$/i.exec(text ?? '');
  return match ? { name: match[1] ?? '', institution: match[3] ?? '', programme: match[4] ?? '' } : null;
}

function saysSomething(record: DiplomaRecord): boolean {
  const { name, institution, programme, numbers } = record;
  return name !== null || institution !== null || programme !== null || numbers.length > 0;
}

function coverageOf(json: object): Coverage | null {
  const object = json as Record<string, unknown>;
  const told = object['coverage'] ?? object['cakupan'];
  if (typeof told !== 'object' || told === null) return null;
  const fields = fieldsOf(told as Record<string, unknown>);
  const year = (...keys: string[]) => {
    const text = keys.map((key) => fields.get(key)).find((value) => value !== undefined);
    const found = /(?:19|20)\d\d/.exec(text ?? '')?.[0];
    return found === undefined ? null : Number(found);
  };
  const from = year(
    'from',
    'dari',
    'angkatandari',
    'intakefrom',
    'sejak',
    'mulai',
    'tahunawal',
    'since',
    'start',
  );
  const until = year('until', 'sampai', 'angkatansampai', 'intakeuntil', 'hingga', 'tahunakhir', 'to', 'end');
  return from === null && until === null ? null : { from, until };
}

function messageOf(json: object): string | null {
  const object = json as Record<string, unknown>;
  const told = [object['message'], object['msg'], object['detail'], object['error'], object['pesan']];
  return told.find((one): one is string => typeof one === 'string' && one.trim() !== '') ?? null;
}

/** `2021-08-31T00:00:00Z`, `31-08-2021`, `31/08/2021`, `2021`. */
function dayOf(text: string | null): string | null {
  const iso = /^(\d{4}-\d\d-\d\d)/.exec(text ?? '')?.[1];
  if (iso !== undefined) return iso;
  const turned = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})/.exec(text ?? '');
  if (turned)
    return `${turned[3]}-${(turned[2] ?? '').padStart(2, '0')}-${(turned[1] ?? '').padStart(2, '0')}`;
  return /(?:19|20)\d\d/.exec(text ?? '')?.[0] ?? null;
}
