import type { Actor, Bilingual } from '@himpun/kernel';
import type { ApplicationState } from '../application/application.states';
import { reviewRefusal, type ReviewedCase } from './review.access';

/** No more cases than this in one batch: each is locked until the batch ends. */
export const MOST_IN_BATCH = 200;

/** A case as it is while the batch holds it. */
export interface BatchedCase extends ReviewedCase {
  version: number;
  state: ApplicationState;
  assignedTo: string | null;
}

/** Why a case of a batch stayed as it was. */
export const BATCH_REFUSALS = [
  'not_found',
  'own_case',
  'conflict',
  'stale',
  'closed',
  'assignee_no_power',
  'assignee_own_case',
  'assignee_conflict',
  'assignee_decided_before',
] as const;
export type BatchRefusal = (typeof BATCH_REFUSALS)[number];

/** What becomes of one case of a batch: it goes to the officer, was theirs already, or stays as it is with a reason. */
export type BatchOutcome =
  { result: 'assigned' | 'unchanged'; reason: null } | { result: 'refused'; reason: BatchRefusal };

/**
 * What becomes of a case that `actor` gives to `assignee`, or puts back into the queue where there is none.
 * @param found undefined for a case that is not there.
 * @param seenVersion the version that the officer saw when they chose it.
 */
export function batchOutcome(
  actor: Actor,
  assignee: Actor | null,
  found: BatchedCase | undefined,
  seenVersion: number,
): BatchOutcome {
  const own = found ? reviewRefusal(actor, 'review', found) : 'hidden';
  if (!found || own === 'hidden') return refused('not_found');
  if (own === 'own_case' || own === 'conflict') return refused(own);
  if (found.version !== seenVersion) return refused('stale');
  if (found.state !== 'submitted' && found.state !== 'returned') return refused('closed');
  if (found.assignedTo === (assignee?.personId ?? null)) return { result: 'unchanged', reason: null };
  const theirs = assignee && assigneeRefusal(assignee, found);
  return theirs ? refused(theirs) : { result: 'assigned', reason: null };
}

/** Who may not look at a case cannot be given it; nor who took part in the decision that it appeals against. */
function assigneeRefusal(assignee: Actor, found: BatchedCase): BatchRefusal | null {
  const refusal = reviewRefusal(assignee, 'review', found);
  if (refusal === 'hidden') return 'assignee_no_power';
  if (refusal === 'own_case') return 'assignee_own_case';
  if (refusal === 'conflict') return 'assignee_conflict';
  const decidedBefore = found.decidedIds?.includes(String(assignee.personId));
  return decidedBefore ? 'assignee_decided_before' : null;
}

function refused(reason: BatchRefusal): BatchOutcome {
  return { result: 'refused', reason };
}

/** The sentences of the refusals. */
export const BATCH_REFUSAL_TEXTS: Readonly<Record<BatchRefusal, Bilingual>> = {
  not_found: {
    id: 'Permohonan ini tidak ditemukan, atau Anda tidak berhak melihatnya.',
    en: 'This application was not found, or you may not see it.',
  },
  own_case: { id: 'Ini permohonan Anda sendiri.', en: 'This is your own application.' },
  conflict: {
    id: 'Anda menyatakan benturan kepentingan pada permohonan ini.',
    en: 'You declared a conflict of interest in this application.',
  },
  stale: {
    id: 'Permohonan ini diubah orang lain setelah Anda melihatnya.',
    en: 'Somebody else changed this application after you saw it.',
  },
  closed: {
    id: 'Permohonan ini sudah tidak dalam penilaian.',
    en: 'This application is no longer under review.',
  },
  assignee_no_power: {
    id: 'Petugas itu tidak berwenang menilai permohonan kelompok ini.',
    en: 'That officer has no power to review this group’s applications.',
  },
  assignee_own_case: {
    id: 'Ini permohonan petugas itu sendiri.',
    en: 'It is that officer’s own application.',
  },
  assignee_conflict: {
    id: 'Petugas itu menyatakan benturan kepentingan pada permohonan ini.',
    en: 'That officer declared a conflict of interest in this application.',
  },
  assignee_decided_before: {
    id: 'Petugas itu ikut dalam keputusan yang dibanding.',
    en: 'That officer took part in the decision that is appealed against.',
  },
};
