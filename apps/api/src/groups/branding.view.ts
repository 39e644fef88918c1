import type { GroupSummary } from '@himpun/groups';

/** How the portal presents itself: the first association's name, logo and colour, or Himpun's own. */
export class BrandingView {
  nameId: string;
  nameEn: string;
  shortName: string;
  /** `#rrggbb`; null keeps the product's own colour. */
  primaryColor: string | null;
  logoUrl: string | null;
  /** Where a person asks for help; null where nobody was named. */
  contactEmail: string | null;
  /** Demonstration mode: personas on the sign-in page and an inbox page. */
  demo: boolean;

  static of(group: GroupSummary | undefined, demo: boolean): BrandingView {
    const view = new BrandingView();
    view.nameId = group?.nameId ?? 'Himpun';
    view.nameEn = group?.nameEn ?? 'Himpun';
    view.shortName = group?.shortName ?? 'Himpun';
    view.primaryColor = group?.primaryColor ?? null;
    view.logoUrl = group?.logoFileId ? `/api/branding/logo` : null;
    view.contactEmail = group?.contactEmail ?? null;
    view.demo = demo;
    return view;
  }
}
