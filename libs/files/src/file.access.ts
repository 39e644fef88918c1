import { holdsPower, type Actor } from '@himpun/kernel';

/** What decides who may open a file. */
export interface FileSecrecy {
  ownerPersonId: string;
  /** For each group that the file was submitted to: the group and all above it. */
  sights: readonly (readonly string[])[];
}

const SEEING_POWERS = ['applications.review', 'applications.decide', 'licences.check'] as const;

/** The owner; officers of a group it was submitted to, while their powers last; our own jobs. */
export function mayOpenFile(actor: Actor, file: FileSecrecy): boolean {
  if (actor.kind === 'system' || isOwner(actor, file)) return true;
  return seeingSight(actor, file) >= 0;
}

/** Which of the sights lets this officer see the file; -1 for none. */
export function seeingSight(actor: Actor, file: FileSecrecy): number {
  return file.sights.findIndex((path) => SEEING_POWERS.some((power) => holdsPower(actor, power, path)));
}

/** Only the owner, and only what no group has received. */
export function mayDeleteFile(actor: Actor, file: FileSecrecy): boolean {
  return isOwner(actor, file) && file.sights.length === 0;
}

export function isOwner(actor: Actor, file: Pick<FileSecrecy, 'ownerPersonId'>): boolean {
  return actor.kind === 'person' && actor.personId === file.ownerPersonId;
}
