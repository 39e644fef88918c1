import { PROCESSORS, QUEUES, SUBSCRIPTIONS, WORK } from '../subscriptions';
import { choreographyFaults, queuesOf, type Choreography } from './choreography';

const NOTHING: Choreography = { queues: [], subscriptions: {}, processors: [], schedules: [] };

describe('the choreography', () => {
  it('names every queue once, in small letters and hyphens, and events by room and past tense', () => {
    expect(QUEUES.map(({ name }) => name)).toEqual(
      QUEUES.map(() => expect.stringMatching(/^[a-z][a-z0-9-]*$/)),
    );
    expect(new Set(QUEUES.map(({ name }) => name)).size).toBe(QUEUES.length);
    for (const type of Object.keys(SUBSCRIPTIONS)) expect(type).toMatch(/^[a-z_]+\.[a-z_]+$/);
    expect(new Set(PROCESSORS).size).toBe(PROCESSORS.length);
    expect(WORK.schedules.length).toBeGreaterThan(0);
  });

  it.each([
    ['two queues of one name', { queues: [{ name: 'a' }, { name: 'a' }] }, [['a']], /a is defined twice/],
    ['a subscription to no queue', { subscriptions: { 'x.y': ['b'] } }, [], /b is not defined/],
    [
      'a queue that nobody works on',
      { queues: [{ name: 'a' }], subscriptions: { 'x.y': ['a'] } },
      [],
      /a has no processor/,
    ],
    ['two processors of one queue', { queues: [{ name: 'a' }] }, [['a'], ['a']], /a has two processors/],
  ])('refuses %s', (_, part, worked, fault) => {
    expect(choreographyFaults({ ...NOTHING, ...part }, worked).join('; ')).toMatch(fault);
  });

  it('finds nothing wrong with one queue, one subscription and one processor', () => {
    const whole = { ...NOTHING, queues: [{ name: 'a' }], subscriptions: { 'x.y': ['a'] } };
    expect(choreographyFaults(whole, [['a']])).toEqual([]);
  });

  it('lets the payload choose the queue, and sends what nobody hears nowhere', () => {
    const choreography: Choreography = {
      ...NOTHING,
      subscriptions: { 'x.checked': (payload) => [`checks-${String(payload['source'])}`] },
    };
    expect(queuesOf(choreography, { id: '1', type: 'x.checked', payload: { source: 'npi' } })).toEqual([
      'checks-npi',
    ]);
    expect(queuesOf(choreography, { id: '1', type: 'x.ended', payload: {} })).toEqual([]);
  });
});
