/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Lets contestants run one after the other, round after round, every other round in reverse order: what disturbs the
 * machine for a while, or makes it slower and slower, disturbs all of them alike.
 * @param {Record<string, () => Promise<number>>} contestants each run answers a rate
 * @returns {Promise<Record<string, number[]>>} rates by round
 */
export async function interleaved(contestants, rounds) {
  const names = Object.keys(contestants);
  const rates = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : [...names].reverse())
      rates[name].push(await contestants[name]());
  }
  return rates;
}

/** The line of one contestant against another: medians, and the median of the ratios round by round. */
export function lineOf(name, ours, limit, unit, aim) {
  const ratio = median(ours.map((rate, round) => rate / limit[round]));
  return { name, ours: median(ours), limit: median(limit), unit, ratio, ...(aim && { aim }) };
}
