import type { Actor, Language } from '@himpun/kernel';

/** The account's owner acting without a session, by a mail link or while signing up; holds no powers. */
export function ownerActor(account: {
  id: string;
  personId: string;
  label: string;
  language: Language;
}): Actor {
  return {
    kind: 'person',
    accountId: account.id,
    personId: account.personId,
    label: account.label,
    language: account.language,
    sessionId: null,
    powers: [],
  };
}
