const ADD_TO_PROFILE = 'https://www.linkedin.com/profile/add';

/** What LinkedIn asks for when a certificate is added to a profile. */
export interface ProfileEntry {
  name: string;
  organization: string;
  /** ISO 8601 instants. */
  issuedAt: string;
  validUntil: string | null;
  url: string;
  code: string;
}

/** The address of LinkedIn's own form with everything filled in; months as the association counts them. */
export function linkedInAddress(entry: ProfileEntry, zone: string): string {
  const issued = monthOf(entry.issuedAt, zone);
  const expires = entry.validUntil
    ? monthOf(new Date(Date.parse(entry.validUntil) - 1).toISOString(), zone)
    : null;
  const query = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name: entry.name,
    organizationName: entry.organization,
    issueYear: issued.year,
    issueMonth: issued.month,
    ...(expires && { expirationYear: expires.year, expirationMonth: expires.month }),
    certUrl: entry.url,
    certId: entry.code,
  });
  return `${ADD_TO_PROFILE}?${query.toString()}`;
}

function monthOf(instant: string, zone: string): { year: string; month: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
  }).formatToParts(new Date(instant));
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return { year: part('year'), month: part('month') };
}
