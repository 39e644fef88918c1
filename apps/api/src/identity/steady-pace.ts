/** Longer than either way takes, so that the time of an answer tells nothing about which way it went. */
const PACE_MS = 250;

/** Does the work and answers, or fails, not before the pace has passed since the start (ASVS 5.0 6.3.8). */
export async function atSteadyPace<T>(work: Promise<T>): Promise<T> {
  const pace = new Promise((resolve) => setTimeout(resolve, PACE_MS));
  const [outcome] = await Promise.allSettled([work, pace]);
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
}
