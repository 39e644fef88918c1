import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, call } from '../api/client';
import { currentLanguage } from './language';
import { isHexColour } from './palette';
import { OWN_COLOUR } from './theme';

/** How the association presents itself. */
export interface Branding {
  nameId: string;
  nameEn: string;
  shortName: string;
  logoUrl?: string | null;
  /** `#rrggbb`. */
  primaryColor?: string | null;
  /** Where a person asks for help. */
  contactEmail?: string | null;
  /** Demonstration mode: made-up data, personas, an inbox page. */
  demo?: boolean;
}

const KEPT = 'himpun.branding';
const OWN: Branding = { nameId: 'Himpun', nameEn: 'Himpun', shortName: 'Himpun' };

const brandingQuery = queryOptions({
  queryKey: ['branding'],
  queryFn: async () => {
    const branding = await call<Branding>(api.GET('/api/branding'));
    keep(branding);
    return branding;
  },
  staleTime: 10 * 60_000,
  // What was shown last time, so that name and colour do not jump while the answer is under way.
  placeholderData: kept,
});

/** The association's branding, its name in the page's language; the product's own until it is known. */
export function useBranding(): Branding & { name: string; primaryColor: string } {
  const { data } = useQuery(brandingQuery);
  const branding = data ?? OWN;
  const colour = branding.primaryColor ?? '';
  return {
    ...branding,
    name: currentLanguage() === 'en' ? branding.nameEn : branding.nameId,
    primaryColor: isHexColour(colour) ? colour : OWN_COLOUR,
  };
}

function keep(branding: Branding): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(branding));
  } catch {
    // Storage may be blocked; the next visit then begins with the product's own look.
  }
}

function kept(): Branding | undefined {
  try {
    return (JSON.parse(localStorage.getItem(KEPT) ?? 'null') as Branding | null) ?? undefined;
  } catch {
    return undefined;
  }
}
