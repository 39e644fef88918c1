type Rgb = [number, number, number];

/** Ten shades, light to dark, as the component library takes them. */
export type Shades = [string, string, string, string, string, string, string, string, string, string];

interface Oklch {
  lightness: number;
  chroma: number;
  hue: number;
}

const LIGHTNESS = [0.975, 0.945, 0.895, 0.83, 0.76, 0.68, 0.6, 0.54, 0.48, 0.34] as const;
const CHROMA_SHARE = [0.12, 0.25, 0.45, 0.65, 0.8, 0.9, 1, 1, 1, 0.8] as const;
const FILLED = 8;
/** The darkest and lightest that a filled button may be: white text on it stays above 4.5:1 and it still shows hue. */
const FILLED_RANGE = [0.32, 0.5] as const;

/**
 * Shades of an association's own colour (`#rrggbb`). Shade 8 fills buttons under white text and colours links on white;
 * shade 3 colours links on dark surfaces: both keep 4.5:1 whatever colour came in (WCAG 1.4.3).
 */
export function shadesOf(hex: string): Shades {
  const own = toOklch(parse(hex));
  const filled = Math.min(Math.max(own.lightness, FILLED_RANGE[0]), FILLED_RANGE[1]);
  return LIGHTNESS.map((lightness, shade) => {
    const share = CHROMA_SHARE[shade] ?? 1;
    const shift = shade >= FILLED - 2 ? filled - LIGHTNESS[FILLED] : 0;
    return format(fit({ lightness: lightness + shift, chroma: own.chroma * share, hue: own.hue }));
  }) as Shades;
}

/** Contrast of two colours after WCAG 2.2, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(parse(one)), luminance(parse(other))].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** Whether a text is a colour that `shadesOf` takes. */
export function isHexColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}

function parse(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

function format(rgb: Rgb): string {
  return `#${rgb
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** The nearest colour that a screen can show: chroma gives way, lightness and hue stay. */
function fit(colour: Oklch): Rgb {
  let chroma = colour.chroma;
  for (let step = 0; step < 24; step += 1) {
    const rgb = fromOklch({ ...colour, chroma });
    if (rgb.every((part) => part >= -0.0005 && part <= 1.0005)) return clamp(rgb);
    chroma *= 0.9;
  }
  return clamp(fromOklch({ ...colour, chroma: 0 }));
}

function clamp(rgb: Rgb): Rgb {
  return rgb.map((part) => Math.min(1, Math.max(0, part))) as Rgb;
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map(toLinear) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function toLinear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function fromLinear(part: number): number {
  return part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055;
}

// The matrices are those of the OKLab definition (Björn Ottosson, 2020).
function toOklch(rgb: Rgb): Oklch {
  const [r, g, b] = rgb.map(toLinear) as Rgb;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return { lightness, chroma: Math.hypot(a, bb), hue: Math.atan2(bb, a) };
}

function fromOklch({ lightness, chroma, hue }: Oklch): Rgb {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}
