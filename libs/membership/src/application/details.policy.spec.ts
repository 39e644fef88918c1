import { detailFaults, detailGaps } from './details.policy';

describe('details of an applicant', () => {
  it.each([
    ['nothing', { birthDate: null, phone: null }, ['birth_date_missing', 'phone_missing']],
    ['no phone', { birthDate: '1990-02-28', phone: null }, ['phone_missing']],
    ['everything', { birthDate: '1990-02-28', phone: '+628123456789' }, []],
  ])('with %s lack %j', (_, details, codes) => {
    expect(detailGaps(details).map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    ['1899-12-31', 1],
    ['1900-01-01', 0],
    ['2026-11-21', 0],
    ['2026-11-22', 1],
  ])('birth on %s has %i faults', (birthDate, faults) => {
    expect(detailFaults({ birthDate, phone: null }, '2026-11-21')).toHaveLength(faults);
  });
});
