/** One value of a signed document and where it stands. */
export interface SignedField {
  /** `credentialSubject.achievement.name`; members of lists by number from 1. */
  path: string;
  value: string;
}

/** Every value of a document, in its order, as plain rows. */
export function fieldsOf(document: unknown, path = ''): SignedField[] {
  if (Array.isArray(document)) {
    if (document.every((item) => typeof item !== 'object')) return [{ path, value: document.join(', ') }];
    return document.flatMap((item, index) => fieldsOf(item, `${path}[${index + 1}]`));
  }
  if (typeof document === 'object' && document !== null) {
    return Object.entries(document).flatMap(([name, value]) =>
      fieldsOf(value, path ? `${path}.${name}` : name),
    );
  }
  return [{ path, value: String(document) }];
}
