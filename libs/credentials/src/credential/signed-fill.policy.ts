import { isLocalDate, type LocalDate } from '@himpun/kernel';
import { achievedLevel } from '../source/signed-claim.policy';
import type { Claim, CredentialKind } from './claim';
import type { SignedUpload } from './signed-upload.policy';

/** Fills the empty parts of a claim with what the signed credential says; what the person typed stays. */
export function claimFromSigned(
  kind: CredentialKind,
  claim: Claim,
  { facts }: Pick<SignedUpload, 'facts'>,
): Claim {
  const title = facts.achievement?.name ?? facts.name;
  const issuer = facts.issuer.name;
  const [from, until] = [dayOf(facts.validFrom), dayOf(facts.validUntil)];
  const said: Partial<Claim> = {
    holderName: facts.subject.name ?? '',
    title,
    ...(kind === 'licence'
      ? { authority: issuer, profession: title, validFrom: from, validUntil: until }
      : { institution: issuer }),
    ...(kind === 'certification' && { validFrom: from, validUntil: until }),
    ...(kind === 'education' && {
      level: achievedLevel(facts.achievement?.type ?? null),
      field: title,
      endedOn: from,
    }),
  };
  return Object.fromEntries(
    Object.entries(claim).map(([key, value]) => [
      key,
      isEmpty(value) ? (cut(said[key as keyof Claim]) ?? value) : value,
    ]),
  ) as unknown as Claim;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '';
}

function cut(value: string | number | null | undefined): string | number | null | undefined {
  return typeof value === 'string' ? value.slice(0, 300) : value;
}

function dayOf(moment: string | null): LocalDate | null {
  const day = moment?.slice(0, 10) ?? '';
  return isLocalDate(day) ? day : null;
}
