/**
 * What each route of a room demands, by `METHOD /path` as the router knows it (parameters as `:id`):
 * `public` for anyone, `signed_in` for any session, else the powers of which one is needed.
 */
export type AccessTable = Readonly<Record<string, 'public' | 'signed_in' | readonly string[]>>;
