import type { Reason } from '@himpun/kernel';
import type { CredentialKind } from '../credential/claim';

/** How a group verifies what no source can, as plain data. */
export interface VerificationTerms {
  linkDays: number;
  reminderDays: readonly number[];
  askIssuerFor: readonly CredentialKind[];
  twoReadersFor: readonly CredentialKind[];
}

/** What holds where neither the group nor one above it has published anything. */
export const DEFAULT_TERMS: VerificationTerms = {
  linkDays: 14,
  reminderDays: [5, 10],
  askIssuerFor: [],
  twoReadersFor: [],
};

/** What is wrong with terms that somebody wants to publish: reminders come in order, and while the link still holds. */
export function termsFaults({ linkDays, reminderDays }: VerificationTerms): Reason[] {
  const [first, second] = reminderDays;
  const inTime = reminderDays.every((day) => Number.isInteger(day) && day >= 1 && day < linkDays);
  const inOrder = first === undefined || second === undefined || first < second;
  if (reminderDays.length <= 2 && inTime && inOrder) return [];
  return [
    {
      code: 'reminders_wrong',
      field: 'reminderDays',
      text: {
        id: 'Paling banyak dua pengingat, berurutan, dan sebelum tautannya habis.',
        en: 'At most two reminders, in order, and before the link ends.',
      },
    },
  ];
}
