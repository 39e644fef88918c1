/** How often a verified credential is asked about again. The first line of a rule that fits counts. */
export interface RecheckRule {
  /** `education`, `licence`, `certification`, `experience`, or `*` for any. */
  kind: string;
  /** A source's id, e.g. `authority_register`; `*` for any. */
  source: string;
  /** Days from one answer to the next question, 1 to 730; null: not by the calendar. */
  everyDays: number | null;
  /** Once more on the day after the credential's last day. */
  atExpiry: boolean;
}

/** What a source may newly say of a verified credential. */
export type CredentialChange = 'revoked' | 'suspended' | 'expired' | 'mismatch' | 'differs' | 'not_found';

export const CREDENTIAL_CHANGES: readonly CredentialChange[] = [
  'revoked',
  'suspended',
  'expired',
  'mismatch',
  'differs',
  'not_found',
];

/** What an officer is asked to consider. Nothing here takes effect by itself. */
export type StandingProposal = 'review' | 'suspension';

/** What a change of a credential means for a membership that rests on it. */
export interface ConsequenceRule {
  /** As in `RecheckRule`. */
  kind: string;
  change: CredentialChange;
  /** Null: nobody is asked. */
  proposes: StandingProposal | null;
}

/** What keeps a member's standing true after admission: data of the group, published in versions. */
export interface StandingRule {
  rechecks: RecheckRule[];
  reminders: {
    kinds: string[];
    /** Days before a credential's last day on which its holder is written to, 0 to 365. */
    daysBefore: number[];
  };
  consequences: ConsequenceRule[];
  acknowledgement: {
    /** Days that members have for a new edition of the code where its publisher names no other day, 1 to 365. */
    withinDays: number;
    /** Days before that day on which they are reminded, 0 to 365. */
    daysBefore: number[];
    /** Who is late is only marked in the list, or becomes a case for an officer. */
    late: 'flag' | 'review';
  };
}

/** What holds where no group above has published anything else. Version 0. */
export const DEFAULT_STANDING_RULE: StandingRule = {
  rechecks: [
    { kind: 'education', source: '*', everyDays: null, atExpiry: false },
    { kind: 'experience', source: '*', everyDays: null, atExpiry: false },
    // People who attested are not asked month after month.
    { kind: '*', source: 'issuer_attestation', everyDays: null, atExpiry: false },
    { kind: '*', source: 'signed_credential', everyDays: 7, atExpiry: false },
    { kind: '*', source: 'npi_registry', everyDays: 30, atExpiry: false },
    { kind: 'licence', source: '*', everyDays: 30, atExpiry: true },
    { kind: 'certification', source: '*', everyDays: 30, atExpiry: true },
  ],
  reminders: { kinds: ['licence', 'certification'], daysBefore: [90, 30, 7, 0] },
  consequences: [
    { kind: 'licence', change: 'revoked', proposes: 'suspension' },
    { kind: 'licence', change: 'suspended', proposes: 'suspension' },
    { kind: '*', change: 'revoked', proposes: 'review' },
    { kind: '*', change: 'suspended', proposes: 'review' },
    { kind: '*', change: 'expired', proposes: 'review' },
    { kind: '*', change: 'mismatch', proposes: 'review' },
    { kind: '*', change: 'differs', proposes: 'review' },
    { kind: '*', change: 'not_found', proposes: 'review' },
  ],
  acknowledgement: { withinDays: 30, daysBefore: [14, 3, 0], late: 'flag' },
};
