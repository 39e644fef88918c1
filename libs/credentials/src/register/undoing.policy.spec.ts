import fc from 'fast-check';
import type { HolderEntry } from './file/register-file';
import {
  kindOf,
  sameEntry,
  undoing,
  undoingRefusal,
  type EntryChange,
  type LaterWriter,
} from './undoing.policy';

const holder = (name: string): HolderEntry => ({
  ...{ number: 'PT-1', name, birthDate: null, profession: null, status: 'active', validFrom: null },
  validUntil: null,
});
const ANA = holder('Ana');
const BUDI = holder('Budi');
const CITRA = holder('Citra');

describe('undoing a version', () => {
  it.each<[string, EntryChange, LaterWriter[], HolderEntry | null, unknown]>([
    ['takes a new holder out', { before: null, after: ANA }, [], ANA, { before: ANA, after: null }],
    ['puts a dropped holder back', { before: ANA, after: null }, [], null, { before: null, after: ANA }],
    ['gives a changed one back', { before: ANA, after: BUDI }, [], BUDI, { before: BUDI, after: ANA }],
  ])('%s', (_, done, later, present, change) => {
    expect(undoing(done, later, present)).toEqual({ kind: 'undone', change });
  });

  it.each<[string, LaterWriter[], HolderEntry | null, string]>([
    ['a later file', ['file'], CITRA, 'file'],
    ['a hand, even to the same', ['hand'], BUDI, 'hand'],
    ['both', ['file', 'hand'], CITRA, 'hand'],
    ['something that left no trace', [], CITRA, 'file'],
  ])('leaves alone what was written since by %s', (_, later, present, by) => {
    expect(undoing({ before: ANA, after: BUDI }, later, present)).toEqual({ kind: 'left', by });
  });

  it.each([
    ['is the present one', {}, null],
    ['never counted', { hasCounted: false }, 'unused'],
    ['is the first', { isFirst: true }, 'first'],
    ['is undone already', { isUndone: true }, 'undone'],
    ['counts while another is taken in', { isBusy: true }, 'busy'],
  ])('is refused or not where the version %s', (_, change, refusal) => {
    const version = {
      state: 'current',
      hasCounted: true,
      isFirst: false,
      isUndone: false,
      isBusy: false,
    } as const;
    expect(undoingRefusal({ ...version, ...change })).toBe(refusal);
  });
});

type State = ReadonlyMap<string, HolderEntry>;
interface Version {
  by: LaterWriter;
  changes: Map<string, EntryChange>;
}

/** What a register does, in little: versions as changes, applied one after the other. */
const between = (before: State, after: State): Map<string, EntryChange> =>
  new Map(
    [...new Set([...before.keys(), ...after.keys()])]
      .map((key) => [key, { before: before.get(key) ?? null, after: after.get(key) ?? null }] as const)
      .filter(([, change]) => kindOf(change) !== null),
  );
const applied = (state: State, changes: ReadonlyMap<string, EntryChange>): State => {
  const next = new Map(state);
  for (const [key, { after }] of changes) {
    if (after) next.set(key, after);
    else next.delete(key);
  }
  return next;
};
const undone = (versions: readonly Version[], place: number, present: State): Map<string, EntryChange> => {
  const later = versions.slice(place + 1);
  const changes = new Map<string, EntryChange>();
  for (const [key, done] of versions[place]?.changes ?? []) {
    const writers = later.filter((one) => one.changes.has(key)).map(({ by }) => by);
    const result = undoing(done, writers, present.get(key) ?? null);
    if (result.kind === 'undone') changes.set(key, result.change);
  }
  return changes;
};

const someState = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom('Ana', 'Budi', 'Citra'))
  .map((names) => new Map(Object.entries(names).map(([key, name]) => [key, holder(name)])));
const story = fc.record({
  first: someState,
  later: fc.array(fc.record({ state: someState, byHand: fc.boolean() }), { minLength: 1, maxLength: 6 }),
  place: fc.nat(),
});

function told({
  first,
  later,
  place,
}: {
  first: State;
  later: { state: State; byHand: boolean }[];
  place: number;
}) {
  const states: State[] = [first, ...later.map(({ state }) => state)];
  const versions: Version[] = later.map(({ byHand }, at) => ({
    by: byHand ? 'hand' : 'file',
    changes: between(states[at] as State, states[at + 1] as State),
  }));
  const chosen = place % versions.length;
  return { states, versions, chosen, present: states.at(-1) as State };
}

describe('undoing any version of any history', () => {
  it('changes only what that version wrote and nothing wrote since, back to how it was before', () => {
    fc.assert(
      fc.property(story, (history) => {
        const { states, versions, chosen, present } = told(history);
        const result = applied(present, undone(versions, chosen, present));
        for (const key of ['a', 'b', 'c', 'd', 'e']) {
          const isOurs = versions[chosen]?.changes.has(key);
          const isWrittenSince = versions.slice(chosen + 1).some(({ changes }) => changes.has(key));
          const expected = isOurs && !isWrittenSince ? states[chosen] : present;
          expect(sameEntry(result.get(key) ?? null, expected?.get(key) ?? null)).toBe(true);
        }
      }),
    );
  });

  it('of the last version gives the version before it, and undoing that gives it back', () => {
    fc.assert(
      fc.property(story, (history) => {
        const { states, versions, present } = told(history);
        const rollback: Version = { by: 'file', changes: undone(versions, versions.length - 1, present) };
        const back = applied(present, rollback.changes);
        expect(between(back, states.at(-2) as State).size).toBe(0);
        const again = applied(back, undone([...versions, rollback], versions.length, back));
        expect(between(again, present).size).toBe(0);
      }),
    );
  });
});
