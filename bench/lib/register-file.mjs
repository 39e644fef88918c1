import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { seeded, madeUpNames } from './people.mjs';

const HEADER = 'number,name,birth_date,profession,status,valid_from,valid_until';
const PROFESSIONS = ['Fisioterapis', 'Perawat', 'Bidan', 'Apoteker'];
const STATUSES = ['active', 'active', 'active', 'active', 'expired', 'suspended', 'revoked'];

/** A register of so many holders as an authority writes it: numbers in no order, names, dates. */
export async function writeRegister(file, rows) {
  const draw = seeded(rows);
  const names = madeUpNames(Math.min(rows, 20_000), 11);
  const out = createWriteStream(file);
  out.write(`${HEADER}\n`);
  let piece = '';
  for (let row = 0; row < rows; row += 1) {
    const year = 1960 + draw(45);
    const from = 2015 + draw(10);
    const day = String(1 + draw(28)).padStart(2, '0');
    // A multiplication by an odd number modulo a power of two meets each number once.
    const number = `${String(Math.imul(row, 2_654_435_761) >>> 0).padStart(10, '0')}-${row % 97}`;
    piece += `${number},"${names[draw(names.length)]}, S.Ft.",${year}-0${1 + draw(9)}-${day},${PROFESSIONS[draw(4)]},${STATUSES[draw(7)]},${from}-01-${day},${from + 5}-01-${day}\n`;
    if (piece.length < 256 * 1024) continue;
    if (!out.write(piece)) await once(out, 'drain');
    piece = '';
  }
  out.end(piece);
  await once(out, 'finish');
}
