/** An address as it is stored and compared: trimmed, NFC, lower case. */
export function normalEmail(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}
