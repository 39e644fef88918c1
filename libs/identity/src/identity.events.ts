/** What identity announces; each payload is `{ accountId }`. */
export const IDENTITY_EVENTS = {
  /** A link to confirm the address is to be sent. */
  confirmationRequested: 'identity.confirmation_requested',
  /** A link to set a new password is to be sent. */
  resetRequested: 'identity.reset_requested',
  /** Somebody signed up again with the address; its owner is to be told. */
  registrationRepeated: 'identity.registration_repeated',
  /** Many wrong passwords in a row; the owner is to be told. */
  signInsRefused: 'identity.sign_ins_refused',
  /** The password was changed or reset; the owner is to be told. */
  passwordChanged: 'identity.password_changed',
} as const;

/** Payload of every event of this library. */
export interface AccountNews {
  accountId: string;
}
