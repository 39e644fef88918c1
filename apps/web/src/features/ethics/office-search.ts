/** What of the office's page is shown; all of it lives in the address. */
export interface OfficeSearch {
  group?: string;
  q?: string;
  page?: number;
}

/** Reads an address; what it cannot mean is left out. */
export function readOfficeSearch(search: Record<string, unknown>): OfficeSearch {
  const page = Math.floor(Number(search.page));
  const text = (value: unknown): string | undefined =>
    typeof value === 'string' && value.trim() !== '' ? value.slice(0, 200) : undefined;
  return { group: text(search.group), q: text(search.q), page: page > 1 ? page : undefined };
}
