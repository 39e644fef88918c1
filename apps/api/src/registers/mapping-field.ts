import { REGISTER_COLUMNS, type ColumnMapping } from '@himpun/credentials';
import { invalid } from '../http/validation';

/** The field `mapping` of an upload: a JSON object of column → heading. @throws request.invalid */
export function readMapping(part: unknown): ColumnMapping {
  const value = (part as { value?: unknown } | undefined)?.value;
  if (value === undefined || value === '') return {};
  const parsed = typeof value === 'string' && value.length < 4_000 ? asJson(value) : null;
  const known: readonly string[] = REGISTER_COLUMNS;
  const fits =
    typeof parsed === 'object' &&
    parsed !== null &&
    !Array.isArray(parsed) &&
    Object.entries(parsed).every(
      ([column, heading]) => known.includes(column) && typeof heading === 'string',
    );
  if (!fits) throw invalid([WRONG]);
  return parsed as ColumnMapping;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const WRONG = {
  code: 'mapping_wrong',
  field: 'mapping',
  text: {
    id: 'Pemetaan kolom tidak terbaca. Pilih lagi judul untuk setiap kolom.',
    en: 'The mapping of columns cannot be read. Choose the heading of each column again.',
  },
};
