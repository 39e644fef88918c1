import type { Settings } from '@himpun/kernel';
import { z } from 'zod';
import type { RegistryServer } from './registry';

const server = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  name: z.string().optional(),
  tokenUrl: z.url({ protocol: /^https?$/ }).optional(),
  clientId: z.string().optional(),
  clientSecret: z.string().optional(),
  identifierSystem: z.string().optional(),
  authorities: z.array(z.string()).optional(),
  intakeFrom: z.number().int().optional(),
  intakeUntil: z.number().int().optional(),
  perSecond: z.number().min(0).max(1_000).optional(),
});

/** What `REGISTRIES` says of one registry; null when it says nothing. @throws Error naming what is wrong with it. */
export function serverOf(settings: Settings, id: string): RegistryServer | null {
  const given = settings.registries[id];
  if (given === undefined) return null;
  const parsed = server.safeParse(given);
  if (parsed.success) return parsed.data as RegistryServer;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`REGISTRIES.${id} is not usable. ${faults.join('; ')}`);
}
