import { checkState, toneOf } from './check-state';

describe('the state of a check', () => {
  it.each([
    ['queued', null, 'npi_registry', 'queued', 'waiting'],
    ['running', null, 'npi_registry', 'running', 'waiting'],
    ['ran', 'match', 'npi_registry', 'match', 'good'],
    ['ran', 'not_found', 'npi_registry', 'not_found', 'info'],
    ['ran', 'revoked', 'npi_registry', 'revoked', 'bad'],
    ['unavailable', null, 'npi_registry', 'unavailable', 'info'],
    ['refused', null, 'npi_registry', 'refused', 'info'],
    ['ran', 'suspended', 'npi_registry', 'suspended', 'bad'],
    ['not_covered', null, 'manual', 'person', 'info'],
    ['not_covered', null, 'signed_credential', 'person', 'info'],
    ['ran', 'match', 'manual', 'match', 'good'],
  ] as const)('%s with %s at %s is %s', (runState, outcome, source, state, tone) => {
    expect(checkState({ runState, outcome, source })).toBe(state);
    expect(toneOf(state)).toBe(tone);
  });

  it('names an institution that was asked as what it waits for', () => {
    const asked = { runState: 'queued', outcome: null, source: 'issuer_attestation' } as const;
    expect(checkState({ ...asked, waitsFor: 'Universitas Indonesia' })).toBe('asked');
    expect(checkState({ ...asked, waitsFor: null })).toBe('queued');
  });
});
