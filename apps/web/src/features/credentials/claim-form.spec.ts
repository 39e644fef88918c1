import { NO_DATE } from '../../ui/form/date-parts';
import { claimGaps, claimOf, valuesOf } from './claim-form';

const claim = {
  ...{ holderName: 'Ana', title: null, institution: null, level: 6, field: null, number: 'PT-404' },
  ...{ authority: 'KTKI', profession: 'Fisioterapis', validFrom: '2026-01-31', validUntil: null },
  ...{ startedOn: null, endedOn: null },
};

describe('the claim in its form', () => {
  it('comes out as it went in', () => {
    expect(claimOf(valuesOf(claim))).toMatchObject({
      ...{ holderName: 'Ana', number: 'PT-404', level: 6, validFrom: '2026-01-31', validUntil: null },
    });
  });

  it('saves no half date, and empties a date that was taken away', () => {
    const half = { ...valuesOf(claim), validFrom: { day: '3', month: '', year: '' }, validUntil: NO_DATE };
    expect(claimOf(half)).not.toHaveProperty('validFrom');
    expect(claimOf(half)).toHaveProperty('validUntil', null);
    expect(claimGaps('licence', half)).toEqual(['validFrom']);
  });

  it('names what is missing, in the order of the page', () => {
    expect(claimGaps('education', valuesOf(claim))).toEqual(['institution', 'field', 'endedOn']);
    expect(claimGaps('licence', valuesOf(claim))).toEqual([]);
    expect(claimGaps('licence', { ...valuesOf(claim), number: '  ' })).toEqual(['number']);
  });
});
