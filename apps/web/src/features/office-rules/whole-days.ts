/** `90, 30, 7` as whole days, in the order typed; null for anything else. Nothing typed is no day at all. */
export function daysOf(typed: string): number[] | null {
  const parts = typed.split(/[\s,;]+/).filter((part) => part !== '');
  return parts.every((part) => /^\d{1,3}$/.test(part)) ? parts.map(Number) : null;
}

/** One whole number of days; null for anything else. */
export function dayOf(typed: string): number | null {
  return /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null;
}
