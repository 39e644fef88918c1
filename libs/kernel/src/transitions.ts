/** A lifecycle as data: from each state, which acts lead where. */
export type Transitions<State extends string, Act extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Act, State>>>>
>;

/** The state that `act` leads to from `state`, or null where the lifecycle has no such step. */
export function nextState<State extends string, Act extends string>(
  transitions: Transitions<State, Act>,
  state: State,
  act: Act,
): State | null {
  return transitions[state][act] ?? null;
}

/** States that no path from `start` reaches; a lifecycle without mistakes has none. */
export function unreachableStates<State extends string, Act extends string>(
  transitions: Transitions<State, Act>,
  start: State,
): State[] {
  const seen = new Set<State>([start]);
  const open: State[] = [start];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const next of Object.values(transitions[state]) as State[]) {
      if (!seen.has(next)) {
        seen.add(next);
        open.push(next);
      }
    }
  }
  return (Object.keys(transitions) as State[]).filter((state) => !seen.has(state));
}
