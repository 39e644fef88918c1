import type { Reason } from '@himpun/kernel';

/** NUL characters and lone surrogates anywhere in decoded input: no text field can hold them (PostgreSQL, UTF-8). */
export function brokenText(value: unknown, field = ''): Reason[] {
  if (typeof value === 'string') return isBroken(value) ? [broken(field)] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => brokenText(item, `${field}[${index}]`));
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    ...(isBroken(key) ? [broken(field)] : []),
    ...brokenText(item, field ? `${field}.${key}` : key),
  ]);
}

function isBroken(text: string): boolean {
  return text.includes('\u0000') || !text.isWellFormed();
}

function broken(field: string): Reason {
  return {
    code: 'broken_text',
    field,
    text: {
      id: 'Isian ini memuat tanda yang tidak dapat disimpan. Ketik ulang bagian ini.',
      en: 'This contains a character that cannot be stored. Type this part again.',
    },
  };
}
