/** Which text of terms and privacy a person agrees to at sign-up: the day of its last change. The page `/terms` shows it. */
export const TERMS_VERSION = '2026-11-21';
