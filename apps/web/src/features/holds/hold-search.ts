/** What of the list is shown; all of it lives in the address. */
export interface HoldSearch {
  state?: 'released';
  q?: string;
  page?: number;
}

/** Reads an address; what it cannot mean is left out. */
export function readHoldSearch(search: Record<string, unknown>): HoldSearch {
  const page = Math.floor(Number(search.page));
  return {
    state: search.state === 'released' ? 'released' : undefined,
    q: typeof search.q === 'string' && search.q.trim() !== '' ? search.q.slice(0, 200) : undefined,
    page: page > 1 ? page : undefined,
  };
}
