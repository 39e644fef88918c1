export const TABS = ['cases', 'settled', 'expiring'] as const;
export const PROPOSALS = ['review', 'suspension', 'reinstatement'] as const;
export const WITHIN = ['7', '30', '90', '365', 'over'] as const;
export const KINDS = ['licence', 'certification'] as const;

/** What of members' credentials is shown; all of it lives in the address. */
export interface StandingSearch {
  tab?: (typeof TABS)[number];
  /** Follows from the tab. */
  state?: 'open' | 'settled';
  proposal?: (typeof PROPOSALS)[number];
  /** Days ahead; `over` for what has ended. */
  within?: (typeof WITHIN)[number];
  kind?: (typeof KINDS)[number];
  q?: string;
  page?: number;
}

/** Reads an address; what it cannot mean is left out. */
export function readStandingSearch(search: Record<string, unknown>): StandingSearch {
  const page = Math.floor(Number(search.page));
  return {
    tab: oneOf(TABS, search.tab),
    proposal: oneOf(PROPOSALS, search.proposal),
    within: oneOf(WITHIN, String(search.within)),
    kind: oneOf(KINDS, search.kind),
    q: typeof search.q === 'string' && search.q.trim() !== '' ? search.q.slice(0, 200) : undefined,
    page: page > 1 ? page : undefined,
  };
}

function oneOf<Value extends string>(allowed: readonly Value[], value: unknown): Value | undefined {
  return allowed.find((item) => item === value);
}
