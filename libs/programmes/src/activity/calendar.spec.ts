import fc from 'fast-check';
import { calendarFile, type CalendarEvent } from './calendar';

const event: CalendarEvent = {
  uid: 'session@himpun.test',
  sequence: 3,
  startsAt: new Date('2026-12-01T02:00:00Z'),
  endsAt: new Date('2026-12-01T04:30:00Z'),
  summary: 'Workshop; "manual", part 1',
  description: 'Line one\nLine two',
  location: 'Aula, RS Sardjito',
  url: 'https://himpun.test/activities/1',
  isCancelled: false,
};
const stamp = new Date('2026-11-21T03:00:00.123Z');

describe('a calendar file', () => {
  it('says instants in UTC and escapes texts', () => {
    const lines = calendarFile([event], stamp).split('\r\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'DTSTAMP:20261121T030000Z',
        'DTSTART:20261201T020000Z',
        'DTEND:20261201T043000Z',
        'SEQUENCE:3',
        'STATUS:CONFIRMED',
        'SUMMARY:Workshop\\; "manual"\\, part 1',
        'DESCRIPTION:Line one\\nLine two',
        'END:VCALENDAR',
      ]),
    );
  });

  it('says that a cancelled activity is off', () => {
    expect(calendarFile([{ ...event, isCancelled: true }], stamp)).toContain('STATUS:CANCELLED\r\n');
  });

  it('folds any text at 75 octets and loses nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        fc.pre(!/[\r\n\u0000-\u001f]/.test(text) && text.isWellFormed() && text !== '');
        const file = calendarFile([{ ...event, summary: text, description: '' }], stamp);
        expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
        const summary = /SUMMARY:(.*?)\r\n(?! )/s.exec(file)?.[1]?.replace(/\r\n /g, '');
        expect(summary?.replace(/\\(.)/g, '$1')).toBe(text);
      }),
    );
  });
});
