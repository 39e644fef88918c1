import { diplomaRegister } from './diploma/diploma-register';
import { fhirPractitioner, satusehat } from './fhir/fhir-registries';
import { npiRegistry } from './npi-registry';
import type { Registry } from './registry';

/** Every registry that is asked over HTTP, in the order in which people read of them. A new one is a file and its line here. */
export const REGISTRIES: readonly Registry[] = [satusehat, npiRegistry, fhirPractitioner, diplomaRegister];

/** The registry of this id. */
export function registryNamed(id: string): Registry | undefined {
  return REGISTRIES.find((registry) => registry.id === id);
}
