/** How the number of a cell is shown. */
export type NumberStyle = { kind: 'plain' } | { kind: 'date' } | { kind: 'zeros'; width: number };

const PLAIN: NumberStyle = { kind: 'plain' };
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const DAY_MS = 86_400_000;

/** What a number format makes of a number. `code` is the workbook's own, where it has one under this id. */
export function styleOf(id: number, code: string | undefined): NumberStyle {
  if (code === undefined) return BUILT_IN_DATES.has(id) ? { kind: 'date' } : PLAIN;
  if (/^0{2,}$/.test(code)) return { kind: 'zeros', width: code.length };
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return /[yd]/i.test(bare) && !/^general$/i.test(bare) ? { kind: 'date' } : PLAIN;
}

/**
 * What an officer sees in a number cell: dates as ISO 8601, leading zeros as formatted. Numbers longer than fifteen figures
 * have been rounded by the spreadsheet and are given as such, so that nobody takes them for a licence number.
 */
export function shownNumber(value: string, style: NumberStyle, is1904: boolean): string {
  if (style.kind === 'date') return dateOf(Number(value), is1904) ?? value;
  if (/^\d{16,}$/.test(value)) return Number(value).toExponential();
  return style.kind === 'zeros' && /^\d+$/.test(value) ? value.padStart(style.width, '0') : value;
}

function dateOf(serial: number, is1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 1 || serial > 2_958_465) return null;
  // Spreadsheets count a 29 February 1900, which never was.
  const days = Math.floor(serial) + (is1904 ? 1462 : serial < 60 ? 1 : 0);
  return new Date(Date.UTC(1899, 11, 30) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Column of a cell's address from 0: `B7` is 1; -1 when there is none. */
export function columnOf(address: string | undefined): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(address ?? '')?.[0] ?? '')
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
