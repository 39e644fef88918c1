import { CREDENTIAL_KINDS } from '../credential/claim';
import { documentsByHand } from './documents-by-hand.policy';

describe('what is needed to check by hand', () => {
  it.each(CREDENTIAL_KINDS)('is told for a claim of %s that no source could settle', (kind) => {
    const open = [
      { runState: 'ran', outcome: 'not_found' },
      { runState: 'not_covered', outcome: null },
      { runState: 'unavailable', outcome: null },
      { runState: 'refused', outcome: null },
    ] as const;
    for (const check of open) expect(documentsByHand(kind, check).length).toBeGreaterThan(1);
  });

  it('is nothing while a source is asked, and where it answered', () => {
    expect(documentsByHand('licence', { runState: 'running', outcome: null })).toEqual([]);
    for (const outcome of ['match', 'partial', 'mismatch', 'expired', 'revoked', 'suspended'] as const) {
      expect(documentsByHand('licence', { runState: 'ran', outcome })).toEqual([]);
    }
  });
});
