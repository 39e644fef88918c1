import { cancellationFaults, registrationFaults, type RegistrationFacts } from './registration.policy';

const at = (text: string) => new Date(`2026-11-${text}Z`);
const open: RegistrationFacts = {
  state: 'published',
  audience: 'public',
  opensAt: at('01T00:00'),
  closesAt: at('30T00:00'),
  isMember: false,
};

describe('who may register when', () => {
  it.each<[string, Partial<RegistrationFacts>, string, string[]]>([
    ['inside the window', {}, '15T00:00', []],
    ['at the first instant', {}, '01T00:00', []],
    ['a minute before it opens', { opensAt: at('02T00:01') }, '02T00:00', ['not_open_yet']],
    ['at the instant it closes', {}, '30T00:00', ['window_over']],
    ['a draft', { state: 'draft' }, '15T00:00', ['not_published']],
    ['a cancelled one, whatever the window', { state: 'cancelled' }, '30T00:00', ['activity_cancelled']],
    ['for members, as a stranger', { audience: 'members' }, '15T00:00', ['members_only']],
    ['for members, as a member', { audience: 'members', isMember: true }, '15T00:00', []],
    [
      'for members, as a stranger, too late',
      { audience: 'members' },
      '30T00:00',
      ['window_over', 'members_only'],
    ],
  ])('%s', (_, change, now, codes) => {
    expect(registrationFaults({ ...open, ...change }, at(now)).map((fault) => fault.code)).toEqual(codes);
  });
});

describe('who may cancel when', () => {
  it.each([
    ['before the beginning', '09T00:00', 0, []],
    ['at the beginning', '10T00:00', 0, ['has_begun']],
    ['after coming to a session', '10T00:00', 1, ['has_attended']],
  ])('%s', (_, now, attendedSessions, codes) => {
    const faults = cancellationFaults({ startsAt: at('10T00:00'), attendedSessions }, at(now));
    expect(faults.map((fault) => fault.code)).toEqual(codes);
  });
});
