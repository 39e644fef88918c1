import type { Transitions } from '@himpun/kernel';

/** `draft` may be changed; `presented` stands behind an application and is fixed; `withdrawn` is out of use. */
export type CredentialState = 'draft' | 'presented' | 'withdrawn';

export type CredentialAct = 'amend' | 'present' | 'reopen' | 'withdraw';

export const CREDENTIAL_TRANSITIONS: Transitions<CredentialState, CredentialAct> = {
  draft: { amend: 'draft', present: 'presented', withdraw: 'withdrawn' },
  presented: { present: 'presented', reopen: 'draft' },
  withdrawn: {},
};
