/** The id of a field's input, by its name: the error summary links to it. */
export function fieldId(name: string): string {
  return `field-${name.replaceAll(/[^\w-]/g, '-')}`;
}

/** Puts the focus on a field and brings it into view. */
export function focusField(name: string): void {
  const input = document.getElementById(fieldId(name));
  input?.scrollIntoView({ block: 'center' });
  input?.focus({ preventScroll: true });
}
