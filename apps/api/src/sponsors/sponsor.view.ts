import type { CaseSponsor, NamedSponsor, OwnSponsorship } from '@himpun/membership';

/** A sponsor as the applicant named one. */
export class NamedSponsorView {
  id: string;
  requirementId: string;
  named: string;
  /** `unavailable` is the same for who declined, did not answer, or was nobody who could. */
  state: 'asked' | 'confirmed' | 'unavailable';
  /** ISO 8601 instant until which an answer is awaited. */
  expiresAt: string;

  static of(sponsor: NamedSponsor): NamedSponsorView {
    return { ...sponsor, expiresAt: sponsor.expiresAt.toISOString() };
  }
}

/** A member was asked, if there is one: the answer is the same. */
export class SponsorAskedView {
  id: string;
}

/** Somebody asks the reader to vouch for them. */
export class SponsorshipView {
  id: string;
  applicantName: string;
  groupNameId: string;
  groupNameEn: string;
  gradeNameId: string;
  gradeNameEn: string;
  /** `withdrawn` also where the application is closed. */
  state: 'asked' | 'confirmed' | 'declined' | 'expired' | 'withdrawn';
  /** ISO 8601 instants. */
  askedAt: string;
  expiresAt: string;
  endedAt: string | null;

  static of(line: OwnSponsorship): SponsorshipView {
    return {
      ...line,
      askedAt: line.askedAt.toISOString(),
      expiresAt: line.expiresAt.toISOString(),
      endedAt: line.endedAt?.toISOString() ?? null,
    };
  }
}

/** A sponsor as officers see one. */
export class CaseSponsorView {
  id: string;
  requirementId: string;
  named: string;
  state: 'asked' | 'confirmed' | 'declined' | 'expired' | 'withdrawn';
  /** Null where no member in good standing has this number or address. */
  fullName: string | null;
  memberNumber: string | null;
  askedAt: string;
  endedAt: string | null;
  declineReason: string | null;

  static of(line: CaseSponsor): CaseSponsorView {
    return { ...line, askedAt: line.askedAt.toISOString(), endedAt: line.endedAt?.toISOString() ?? null };
  }
}
