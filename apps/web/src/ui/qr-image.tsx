import { useEffect, useState } from 'react';
import classes from './qr-image.module.css';

interface QrImageProps {
  /** What the code says, usually an address. */
  text: string;
  /** Says in words what scanning does; the address should stand as text beside it too. */
  label: string;
  /** Edge in CSS px; 25 mm in print at least. */
  size?: number;
}

const QUIET_ZONE = 4;

/** A QR code as sharp SVG: black on white in both themes, quiet zone included. */
export function QrImage({ text, label, size = 180 }: QrImageProps) {
  const code = useQr(text);
  if (!code) return <span className={classes.qr} style={{ width: size, height: size }} aria-hidden />;
  const edge = code.size + 2 * QUIET_ZONE;
  return (
    <svg
      className={classes.qr}
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${edge} ${edge}`}
    >
      <rect width={edge} height={edge} fill="#fff" />
      <path d={code.path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}

interface Qr {
  size: number;
  path: string;
}

// The encoder is fetched with the first code that a person sees.
function useQr(text: string): Qr | null {
  const [code, setCode] = useState<Qr | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void import('qrcode').then(({ default: { create } }) => {
      const { modules } = create(text, { errorCorrectionLevel: 'Q' });
      if (isCurrent) setCode({ size: modules.size, path: pathOf(modules) });
    });
    return () => {
      isCurrent = false;
    };
  }, [text]);
  return code;
}

function pathOf(modules: { size: number; data: ArrayLike<number> }): string {
  const { size, data } = modules;
  const squares: string[] = [];
  for (let place = 0; place < size * size; place += 1) {
    if (data[place])
      squares.push(`M${(place % size) + QUIET_ZONE} ${Math.floor(place / size) + QUIET_ZONE}h1v1h-1z`);
  }
  return squares.join('');
}
