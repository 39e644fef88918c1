import type { CheckState } from '@himpun/certificates';
import type { Standing } from '@himpun/membership';

const STATE: Readonly<Record<Standing['status'], CheckState>> = {
  active: 'valid',
  grace: 'valid',
  lapsed: 'expired',
  resigned: 'expired',
  transferred: 'expired',
  deceased: 'expired',
  leave: 'suspended',
  suspended: 'suspended',
  none: 'suspended',
  expelled: 'revoked',
};

/** What a stranger is told of a member card: whether it holds, not why it does not. */
export function cardState(standing: Pick<Standing, 'status'>): CheckState {
  return STATE[standing.status];
}

/** The first instant at which the card no longer holds (or held), where that is written. */
export function cardValidUntil(standing: Pick<Standing, 'status' | 'since' | 'until'>): Date | null {
  return cardState(standing) === 'valid' ? standing.until : standing.since;
}
