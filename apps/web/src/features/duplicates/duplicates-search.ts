const TABS = ['dismissed', 'merged'] as const;

/** Which part of the list is shown; open suspicions unless told. It lives in the address. */
export interface DuplicatesSearch {
  tab?: (typeof TABS)[number];
  page?: number;
}

/** Reads an address; what it cannot mean is left out. */
export function readDuplicatesSearch({ tab, page }: Record<string, unknown>): DuplicatesSearch {
  const number = Math.floor(Number(page));
  return { tab: TABS.find((each) => each === tab), page: number > 1 ? number : undefined };
}
