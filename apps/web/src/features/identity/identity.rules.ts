/** Fewest characters of a password; the API asks for the same. */
export const PASSWORD_MIN = 12;

/** Whether a text can be an e-mail address at all; whether it exists, only the confirmation mail tells. */
export function looksLikeEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
}

const INSIDE = 'https://inside.invalid';

/** Only a path of this site: an address elsewhere would make the sign-in page a trampoline. */
export function insideOnly(next: string | undefined): string {
  if (!next?.startsWith('/') || !URL.canParse(next, INSIDE)) return '/';
  // Read as browsers do: they take a backslash for a slash, and drop tabs and line ends.
  const { origin, pathname, search, hash } = new URL(next, INSIDE);
  return origin === INSIDE && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/';
}
