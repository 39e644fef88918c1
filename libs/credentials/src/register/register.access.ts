import { holdsPower, type Actor } from '@himpun/kernel';

/** Officers who import registers of the group or one above it. */
export function mayImportRegister(actor: Actor, groupPath: readonly string[]): boolean {
  return holdsPower(actor, 'registers.import', groupPath);
}
