import sharp from 'sharp';

const FALLBACK = '#1f5f6b';
const SIDE = 512;

/** The badge as a picture, without words: words are in the credential baked into it. */
export function badgeSvg(color: string | null): string {
  const ink = color ?? FALLBACK;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}" viewBox="0 0 64 64">`,
    `<circle cx="32" cy="32" r="30" fill="#ffffff" stroke="${ink}" stroke-width="3"/>`,
    `<circle cx="32" cy="32" r="23" fill="${ink}"/>`,
    `<path d="M21 33l8 8 15-17" fill="none" stroke="#ffffff" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>`,
    '</svg>',
  ].join('');
}

/** The same as PNG, 512 pixels square. */
export function badgePng(color: string | null): Promise<Buffer> {
  return sharp(Buffer.from(badgeSvg(color)))
    .png()
    .toBuffer();
}
