import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvRows } from './csv-rows';
import { plainRecords } from './plain-records';
import type { SheetRow } from './sheet-row';

/** The rows of a text that comes in pieces of this size. */
async function rowsOf(text: string, size: number): Promise<SheetRow[]> {
  const bytes = Buffer.from(text);
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += size)
      yield await Promise.resolve(bytes.subarray(at, at + size));
  }
  const found: SheetRow[] = [];
  for await (const rows of (await csvRows(pieces(), 'utf-8')).rows) found.push(...rows);
  return found;
}

/** The same text as the parser reads it that goes from character to character. */
function carefully(text: string): string[][] {
  const records: string[][] = parse(text, { delimiter: ',', relax_column_count: true, relax_quotes: true });
  return records.filter((cells) => cells.length > 1 || cells[0] !== '');
}

async function outcome<T>(read: () => Promise<T> | T): Promise<T | 'a fault'> {
  try {
    return await read();
  } catch {
    return 'a fault';
  }
}

describe('the rows of a CSV file', () => {
  it('are those that a careful reader finds, whatever is written and however it is cut', async () => {
    const cell = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('Ana', '', '12', 'Zoë', '"Ana, S.Ft."', '"a ""b"" c"', '""') },
      { weight: 1, arbitrary: fc.constantFrom('a"b', '"a"b', '"a', 'a\rb', '"a\nb"', '"a\r\nb"', '"', '\r') },
    );
    const line = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => cells.join(','));
    const ends = fc.constantFrom('\n', '\r\n', '\r', '\n', '\r\n');
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        ends,
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        async (lines, end, isEnded, size) => {
          const text = `number,name${end}${lines.join(end)}${isEnded ? end : ''}`;
          const read = await outcome(async () => (await rowsOf(text, size)).map(({ cells }) => cells));
          expect(read).toEqual(await outcome(() => carefully(text)));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('know their lines, past empty lines and breaks inside cells', async () => {
    const rows = await rowsOf('number,name\n1,Ana\n\n2,"Budi\nSantoso"\n3,Citra\n', 7);
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [1, 'number'],
      [2, '1'],
      [4, '2'],
      [6, '3'],
    ]);
  });

  it.each([
    ['a mark that is not closed', 'number,name\n1,Ana\n2,"Budi\n', { code: 'quotes_broken', line: 3 }],
    ['a row without end', `number,name\n1,Ana\n2,${'a'.repeat(70_000)}\n`, { code: 'row_too_long', line: 3 }],
  ])('say where the fault is: %s', async (_, text, fault) => {
    await expect(rowsOf(text, 1_000)).rejects.toMatchObject(fault);
  });
});

describe('plain records', () => {
  it('end before the first that is not plain, or not whole', () => {
    expect(plainRecords('a,"b"\n"c ""d""",\ne', ',', '\n', 100)).toEqual({
      records: [
        ['a', 'b'],
        ['c "d"', ''],
      ],
      end: 17,
      isCareful: false,
    });
    expect(plainRecords('a\nb"c\nd\n', ',', '\n', 100)).toEqual({
      records: [['a']],
      end: 2,
      isCareful: true,
    });
    expect(plainRecords('abcdef\n', ',', '\n', 5)).toMatchObject({ records: [], isCareful: true });
  });
});
