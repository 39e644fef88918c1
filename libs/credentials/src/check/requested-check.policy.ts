import type { Reason } from '@himpun/kernel';
import type { Claim, CredentialKind } from '../credential/claim';
import { MANUAL } from '../source/coverage.policy';
import type { CheckAction, RunState } from './check.states';

/** A check as it is first written down. */
export interface RequestedCheck {
  id: string;
  credentialId: string;
  credentialVersion: number;
  personId: string;
  source: string;
  claim: Claim & { kind: CredentialKind };
  runState: RunState;
  action: CheckAction;
  reasons: Reason[];
}

/** The check of one credential at one source; a person's check needs no queue and waits at once. */
export function requestedCheck(
  id: string,
  credential: { id: string; version: number; personId: string; kind: CredentialKind; claim: Claim },
  source: string,
): RequestedCheck {
  const manual = source === MANUAL;
  return {
    id,
    credentialId: credential.id,
    credentialVersion: credential.version,
    personId: credential.personId,
    source,
    claim: { ...credential.claim, kind: credential.kind },
    runState: manual ? 'not_covered' : 'queued',
    action: manual ? 'needs_person' : 'none',
    reasons: manual ? [NO_SOURCE] : [],
  };
}

const NO_SOURCE: Reason = {
  code: 'no_source',
  text: {
    id: 'Tidak ada sumber yang dapat memeriksa ini secara otomatis. Petugas akan memeriksanya berdasarkan bukti Anda.',
    en: 'No source can check this by itself. An officer will look at it and at your evidence.',
  },
};
