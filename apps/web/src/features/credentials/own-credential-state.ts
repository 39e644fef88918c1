import type { Tone } from '../../ui/status-tag';
import type { OwnCredential } from './credentials.api';

/** How a credential stands for its holder, in one word; every word has a sentence in the catalogue. */
export type OwnState =
  'draft' | 'renewed' | 'over' | 'confirmed' | 'pending' | 'needs_person' | 'refuted' | 'unchecked';

const TONES: Record<OwnState, Tone> = {
  draft: 'info',
  renewed: 'info',
  over: 'bad',
  confirmed: 'good',
  pending: 'waiting',
  needs_person: 'waiting',
  refuted: 'bad',
  unchecked: 'info',
};

/** One state out of what is known: what has another in its place needs nothing; a last day that is over counts before any answer. */
export function ownState({
  credential,
  renewal,
  isOver,
  standing,
}: Pick<OwnCredential, 'renewal' | 'isOver' | 'standing'> & {
  credential: Pick<OwnCredential['credential'], 'state'>;
}): OwnState {
  if (credential.state === 'draft') return 'draft';
  if (renewal?.state === 'confirmed') return 'renewed';
  return isOver ? 'over' : standing;
}

const SOON_MS = 91 * 86_400_000;

/** Whether its last day is within three months or over: then renewing it is what the page is opened for. */
export function endsSoon(lastDay: string | null, now: number): boolean {
  return lastDay !== null && Date.parse(lastDay) - now < SOON_MS;
}

export function toneOf(state: OwnState): Tone {
  return TONES[state];
}
