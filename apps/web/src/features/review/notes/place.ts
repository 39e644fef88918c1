/** A place on a page in shares of its width and height, from its top left corner. */
export interface Point {
  x: number;
  y: number;
}

/** Where a place of the page is seen when the page is turned clockwise by 0, 90, 180 or 270 degrees. */
export function turned({ x, y }: Point, degrees: number): Point {
  switch (((degrees % 360) + 360) % 360) {
    case 90:
      return { x: 1 - y, y: x };
    case 180:
      return { x: 1 - x, y: 1 - y };
    case 270:
      return { x: y, y: 1 - x };
    default:
      return { x, y };
  }
}

/** The place of the page that is seen there. */
export function unturned(point: Point, degrees: number): Point {
  return turned(point, 360 - degrees);
}

const STEPS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const SMALL = 0.01;
const LARGE = 0.05;

/** Where an arrow key takes what is seen there, without leaving the page; null for other keys. */
export function stepped({ x, y }: Point, key: string, isLarge: boolean): Point | null {
  const step = STEPS[key];
  if (!step) return null;
  const size = isLarge ? LARGE : SMALL;
  const kept = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 10_000;
  return { x: kept(x + step.x * size), y: kept(y + step.y * size) };
}
