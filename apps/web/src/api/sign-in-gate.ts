type Asker = () => Promise<boolean>;

let asker: Asker | null = null;
let asking: Promise<boolean> | null = null;

/** The shell registers how to ask a person to sign in again; null while nobody is known to be signed in. */
export function onSessionLost(ask: Asker | null): void {
  asker = ask;
}

/**
 * Asks once, however many requests lost the session at the same time. True when the person signed in again, so that
 * the request can be repeated; the page and what was typed stay as they are meanwhile.
 */
export function regainSession(): Promise<boolean> {
  if (!asker) return Promise.resolve(false);
  asking ??= asker().finally(() => {
    asking = null;
  });
  return asking;
}
