import { EMPTY_CLAIM, CREDENTIAL_KINDS, type Claim, type CredentialKind } from '../credential/claim';
import type { Asked } from '../source/registry';

export class ClaimUnreadable extends Error {}

const TEXTS = ['title', 'institution', 'field', 'number', 'authority', 'profession'] as const;
const DATES = ['validFrom', 'validUntil', 'startedOn', 'endedOn'] as const;

/** Keys as others write them, letters only, small. */
const ALSO: Readonly<Record<string, string>> = {
  name: 'holdername',
  fullname: 'holdername',
  holder: 'holdername',
  nama: 'holdername',
  npi: 'number',
  licence: 'number',
  license: 'number',
  licencenumber: 'number',
  licensenumber: 'number',
  diplomanumber: 'number',
  nomor: 'number',
  str: 'number',
  nik: 'nationalid',
  birthday: 'birthdate',
  dateofbirth: 'birthdate',
  dob: 'birthdate',
  university: 'institution',
  school: 'institution',
  issuer: 'authority',
  programme: 'field',
  program: 'field',
  specialty: 'profession',
  taxonomy: 'profession',
  expireson: 'validuntil',
  graduatedon: 'endedon',
  graduationdate: 'endedon',
  intake: 'startedon',
  intakeyear: 'startedon',
  enrolledon: 'startedon',
  graduationyear: 'endedon',
};

/**
 * A claim with its person, from JSON. Keys as in the API, snake_case and common other words as well; a claim without `kind`
 * is one of education where it names an institution, else a licence. A year alone stands for its first day of studies and its
 * last of a graduation.
 * @throws ClaimUnreadable
 */
export function askedFrom(text: string): Asked {
  const values = valuesOf(text);
  const holderName = textOf(values, 'holdername') ?? '';
  const claim: Claim = { ...EMPTY_CLAIM, holderName };
  for (const field of TEXTS) claim[field] = textOf(values, field.toLowerCase());
  for (const field of DATES)
    claim[field] = dateOf(values, field.toLowerCase(), field === 'startedOn' ? '01-01' : '12-31');
  const level = textOf(values, 'level');
  claim.level = level !== null && /^[1-9]$/.test(level) ? Number(level) : null;
  return {
    kind: kindOf(textOf(values, 'kind'), claim),
    claim,
    person: {
      id: '',
      fullName: holderName,
      birthDate: dateOf(values, 'birthdate', '01-01'),
      confirmedEmail: null,
      nationalId: textOf(values, 'nationalid'),
    },
  };
}

function valuesOf(text: string): Map<string, unknown> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ClaimUnreadable('--claim: not JSON.');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new ClaimUnreadable('--claim: not a JSON object.');
  }
  const { person, claim, ...rest } = json as Record<string, unknown>;
  const values = new Map<string, unknown>();
  for (const part of [rest, claim, person]) {
    if (typeof part !== 'object' || part === null) continue;
    for (const [key, value] of Object.entries(part)) {
      const plain = key.toLowerCase().replace(/[^a-z]/g, '');
      values.set(ALSO[plain] ?? plain, value);
    }
  }
  return values;
}

function textOf(values: Map<string, unknown>, key: string): string | null {
  const value = values.get(key);
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string' && typeof value !== 'number')
    throw new ClaimUnreadable(`--claim: ${key} is no text.`);
  return String(value).trim() === '' ? null : String(value).trim();
}

function dateOf(values: Map<string, unknown>, key: string, rest: string): string | null {
  const text = textOf(values, key);
  if (text === null) return null;
  if (/^\d{4}$/.test(text)) return `${text}-${rest}`;
  const day = /^\d{4}-\d\d-\d\d/.exec(text)?.[0];
  if (day === undefined) throw new ClaimUnreadable(`--claim: ${key} is no date (YYYY-MM-DD): "${text}".`);
  return day;
}

function kindOf(text: string | null, { institution }: Claim): CredentialKind {
  if (text === null) return institution === null ? 'licence' : 'education';
  const kind = CREDENTIAL_KINDS.find((one) => one === text.toLowerCase());
  if (kind === undefined)
    throw new ClaimUnreadable(`--claim: kind is one of ${CREDENTIAL_KINDS.join(', ')}.`);
  return kind;
}
