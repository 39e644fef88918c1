import { numberKey } from '../authority-key';
import type { Registry } from '../registry';
import { serverOf } from '../registry-server';
import { diplomaReading, PDDIKTI_SINCE } from './diploma-reading.policy';
import { outsideCoverage } from './intake.policy';

/** A register of diplomas by number, as PISN and PDDikti keep it. Asked only where the installation has an agreement with one. */
export const diplomaRegister: Registry = {
  id: 'diploma_register',
  version: 'PDDikti/PISN 1',
  name: { id: 'Register ijazah (PDDikti/PISN)', en: 'Register of diplomas (PDDikti/PISN)' },
  limits: {
    concurrency: 2,
    perSecond: (settings) => serverOf(settings, 'diploma_register')?.perSecond ?? 1,
    keep: { found: 7 * 24 * 3_600_000, missing: 3_600_000 },
    timeout: 10_000,
    attempts: 8,
  },
  usesNationalId: false,
  server: (settings) => serverOf(settings, 'diploma_register'),
  covers: (claim, { kind }) => kind === 'education' && claim.number !== null,
  ask({ claim }, server) {
    const outside = outsideCoverage(claim, {
      from: server.intakeFrom ?? PDDIKTI_SINCE,
      until: server.intakeUntil ?? null,
    });
    if (outside) return outside;
    const url = new URL(server.url);
    const number = numberKey(claim.number ?? '');
    url.searchParams.set('nomor', number);
    if (claim.institution !== null) url.searchParams.set('pt', claim.institution);
    return { url: url.href, shown: { number, institution: claim.institution } };
  },
  read: diplomaReading,
};
