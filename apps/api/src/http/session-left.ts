/** On every answer to somebody signed in: how long the session still lasts, so that a page can warn without asking. */
export const SESSION_LEFT = 'Himpun-Session-Left';

/**
 * Whole seconds as a dictionary of RFC 9651: `idle=1800, absolute=43200`. `idle` starts again with the next request;
 * `absolute` cannot be prolonged. Lengths and not instants, as clocks of browsers differ.
 * @param left milliseconds
 */
export function sessionLeft(left: { idle: number; absolute: number }): string {
  const seconds = (length: number): number => Math.max(0, Math.floor(length / 1_000));
  return `idle=${seconds(left.idle)}, absolute=${seconds(left.absolute)}`;
}
