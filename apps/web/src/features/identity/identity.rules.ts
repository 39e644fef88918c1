/** Fewest characters of a password; the API asks for the same. */
export const PASSWORD_MIN = 12;

/** Whether a text can be an e-mail address at all; whether it exists, only the confirmation mail tells. */
export function looksLikeEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
}
