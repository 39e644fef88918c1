import { NEW_ACTIVITY, bodyOf, fieldsOf, numberOf, sessionInstants } from './activity-form';

const day = { day: '1', month: 'Desember', year: '2026' };

describe('the form of an activity', () => {
  it.each([
    ['1,5', 1.5],
    ['1.5', 1.5],
    [' 12 ', 12],
    ['', Number.NaN],
    ['dua', Number.NaN],
  ])('reads %p as %d', (typed, number) => {
    expect(numberOf(typed)).toBe(number);
  });

  it('takes an end before the beginning for the next day', () => {
    expect(sessionInstants({ day, start: '22.00', end: '01.30' }, 'Asia/Jakarta')).toEqual({
      startsAt: '2026-12-01T15:00:00.000Z',
      endsAt: '2026-12-01T18:30:00.000Z',
    });
    expect(sessionInstants({ day, start: '22.00', end: 'late' }, 'Asia/Jakarta')).toBeNull();
  });

  it('gives back what it was filled with', () => {
    const fields = {
      ...NEW_ACTIVITY,
      kind: 'workshop',
      titleId: 'Lokakarya',
      titleEn: 'Workshop',
      place: 'Aula',
      zone: 'Asia/Makassar',
      opens: { day, time: '08.00' },
      closes: { day, time: '12.00' },
      sessions: [{ day, start: '13.00', end: '15.00' }],
      credits: { practice: '2,5', ethics: '' },
    };
    const body = bodyOf(fields);
    expect(body).toMatchObject({
      opensAt: '2026-12-01T00:00:00.000Z',
      sessions: [{ startsAt: '2026-12-01T05:00:00.000Z', endsAt: '2026-12-01T07:00:00.000Z' }],
      credits: [{ domain: 'practice', hours: 2.5 }],
      link: null,
    });
    const stored = {
      ...body,
      groupId: 'g',
      capacity: 30,
      credits: [{ domain: 'practice', hours: 2.5, nameId: '', nameEn: '' }],
      sessions: body.sessions.map((session) => ({ ...session, id: 's', position: 1 })),
    };
    const again = fieldsOf(stored as never);
    expect(bodyOf(again)).toEqual({ ...body, sessions: [{ id: 's', ...body.sessions[0] }] });
  });
});
