import type PDFDocument from 'pdfkit';
import { create } from 'qrcode';

/** Modules of white around a QR code that readers need (ISO/IEC 18004). */
const QUIET_MODULES = 4;

/** The dark modules of a QR code of level Q (a quarter may be damaged), as unit squares, with the quiet zone around. */
export function qrModules(text: string): { across: number; dark: { x: number; y: number }[] } {
  const { modules } = create(text, { errorCorrectionLevel: 'Q' });
  const dark: { x: number; y: number }[] = [];
  for (let y = 0; y < modules.size; y += 1)
    for (let x = 0; x < modules.size; x += 1)
      if (modules.get(y, x)) dark.push({ x: x + QUIET_MODULES, y: y + QUIET_MODULES });
  return { across: modules.size + 2 * QUIET_MODULES, dark };
}

/** Draws the code, quiet zone included, as a square of `side` points. */
export function drawQr(
  doc: InstanceType<typeof PDFDocument>,
  text: string,
  x: number,
  y: number,
  side: number,
): void {
  const { across, dark } = qrModules(text);
  const step = side / across;
  doc.rect(x, y, side, side).fill('#ffffff');
  for (const module of dark) doc.rect(x + module.x * step, y + module.y * step, step, step);
  doc.fill('#000000');
}
