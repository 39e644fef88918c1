import { holdsPower, type Actor } from '@himpun/kernel';

/** The holder sees their own; officers see those of their groups. */
export function maySeeCertificate(
  actor: Actor,
  certificate: { personId: string; groupPath: readonly string[] },
): boolean {
  return (
    actor.kind === 'system' ||
    isHolder(actor, certificate) ||
    holdsPower(actor, 'certificates.issue', certificate.groupPath)
  );
}

/** Only an officer of the group, or of a group above it; nobody touches their own. */
export function mayRevokeCertificate(
  actor: Actor,
  certificate: { personId: string; groupPath: readonly string[] },
): boolean {
  if (actor.kind === 'system') return true;
  return holdsPower(actor, 'certificates.issue', certificate.groupPath) && !isHolder(actor, certificate);
}

/** The groups (with all below them) whose certificates the actor issues and takes back. */
export function issuingGroups(actor: Actor): string[] {
  return actor.powers.filter(({ power }) => power === 'certificates.issue').map(({ groupId }) => groupId);
}

function isHolder(actor: Actor, certificate: { personId: string }): boolean {
  return actor.personId !== null && actor.personId === certificate.personId;
}
