import { activityFaults, spanOf, type ActivityPlan } from './activity.policy';

const at = (time: string) => new Date(`2026-12-01T${time}:00Z`);
const plan: ActivityPlan = {
  place: 'Aula RS Sardjito',
  link: null,
  zone: 'Asia/Jakarta',
  opensAt: at('00:00'),
  closesAt: at('01:00'),
  sessions: [
    { startsAt: at('02:00'), endsAt: at('04:00') },
    { startsAt: at('05:00'), endsAt: at('07:00') },
  ],
  credits: [{ domain: 'practice', hours: 4 }],
};

describe('the plan of an activity', () => {
  it('stands when sessions, window, venue, zone and credits are right', () => {
    expect(activityFaults(plan)).toEqual([]);
    expect(spanOf(plan.sessions)).toEqual({ startsAt: at('02:00'), endsAt: at('07:00') });
  });

  it('takes sessions that touch, in any order', () => {
    const sessions = [
      { startsAt: at('04:00'), endsAt: at('05:00') },
      { startsAt: at('02:00'), endsAt: at('04:00') },
    ];
    expect(activityFaults({ ...plan, sessions })).toEqual([]);
  });

  it.each<[string, Partial<ActivityPlan>, string, string]>([
    ['no session', { sessions: [] }, 'sessions_missing', 'sessions'],
    [
      'a session that ends before it begins',
      { sessions: [{ startsAt: at('04:00'), endsAt: at('03:00') }] },
      'session_ends_early',
      'sessions.0.endsAt',
    ],
    [
      'sessions that overlap',
      {
        sessions: [
          { startsAt: at('02:00'), endsAt: at('04:00') },
          { startsAt: at('03:59'), endsAt: at('05:00') },
        ],
      },
      'sessions_overlap',
      'sessions',
    ],
    ['a window that closes as it opens', { closesAt: at('00:00') }, 'window_closes_early', 'closesAt'],
    ['a window beyond the end', { closesAt: at('07:01') }, 'window_closes_late', 'closesAt'],
    ['neither place nor link', { place: ' ' }, 'venue_missing', 'place'],
    ['a link without encryption', { link: 'http://meet.example' }, 'link_not_https', 'link'],
    ['a link that runs', { link: 'javascript:alert(1)' }, 'link_not_https', 'link'],
    ['a zone that is none', { zone: 'Asia/Atlantis' }, 'zone_unknown', 'zone'],
    [
      'a domain twice',
      {
        credits: [
          { domain: 'ethics', hours: 1 },
          { domain: 'ethics', hours: 2 },
        ],
      },
      'domain_twice',
      'credits',
    ],
  ])('is refused with %s', (_, change, code, field) => {
    expect(activityFaults({ ...plan, ...change })).toEqual([expect.objectContaining({ code, field })]);
  });
});
