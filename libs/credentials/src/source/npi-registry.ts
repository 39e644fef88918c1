import { numberKey } from './authority-key';
import { npiCovers } from './coverage.policy';
import { isNpi } from './npi.policy';
import { nppesReading, BAD_CHECK_DIGIT } from './nppes-reading.policy';
import { notFound } from './reading';
import type { Registry } from './registry';

/** The national register of health care providers of the United States, NPPES v2.1 over HTTP. Public, without a key. */
export const npiRegistry: Registry = {
  id: 'npi_registry',
  version: 'NPPES 2.1',
  name: { id: 'Register NPI (Amerika Serikat)', en: 'NPI registry (United States)' },
  limits: {
    concurrency: (settings) => settings.checkConcurrency,
    perSecond: (settings) => settings.nppesPerSecond,
    keep: { found: 24 * 3_600_000, missing: 15 * 60_000 },
    timeout: 10_000,
    attempts: 8,
  },
  usesNationalId: false,
  server: (settings) => ({ url: settings.nppesUrl }),
  covers: npiCovers,
  ask({ claim }, server) {
    const number = numberKey(claim.number ?? '');
    // NPPES does not look at the check digit itself; a slip of typing need not travel.
    if (!isNpi(number)) return { ...notFound(), reasons: [BAD_CHECK_DIGIT] };
    const url = new URL(server.url);
    url.searchParams.set('version', '2.1');
    url.searchParams.set('number', number);
    return { url: url.href, shown: { number } };
  },
  read: nppesReading,
};
