/**
 * One line of the result.
 * @typedef {{name: string, ours: number, limit: number, unit: string, ratio: number, aim?: {least?: number, most?: number}}} Line
 *   `ratio` is ours / limit; `aim` is what the ratio should be.
 */

/** Whether the line's aim is met; empty for a line without one. */
function verdict({ ratio, aim }) {
  if (!aim) return ['', ''];
  if (aim.least !== undefined) return [`≥ ${aim.least}`, ratio >= aim.least ? 'met' : 'missed'];
  return [`≤ ${aim.most}`, ratio <= aim.most ? 'met' : 'missed'];
}

/** @param {Line} line */
export function jsonLine({ name, ours, limit, unit, ratio }) {
  const fields = { name, ours: rounded(ours), limit: rounded(limit), unit, ratio: Number(ratio.toFixed(3)) };
  return JSON.stringify(fields);
}

/** @param {Line[]} lines */
export function table(lines) {
  const head = ['figure', 'ours', 'limit', 'unit', 'ratio', 'aim', ''];
  const rows = lines.map((line) => [
    line.name,
    String(rounded(line.ours)),
    String(rounded(line.limit)),
    line.unit,
    line.ratio.toFixed(2),
    ...verdict(line),
  ]);
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at].length)));
  const numbers = new Set([1, 2, 4]);
  const written = (row) =>
    row.map((cell, at) => (numbers.has(at) ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join('  ');
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [written(head), rule, ...rows.map(written)].map((line) => line.trimEnd()).join('\n');
}

/** Three figures that tell something. */
function rounded(value) {
  return value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
