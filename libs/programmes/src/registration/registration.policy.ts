import type { Bilingual, Reason } from '@himpun/kernel';

/** What the right to register depends on. */
export interface RegistrationFacts {
  state: 'draft' | 'published' | 'cancelled';
  audience: 'public' | 'members';
  opensAt: Date;
  closesAt: Date;
  /** Whether the person is a member in good standing today. */
  isMember: boolean;
}

const REASONS = {
  activity_cancelled: { id: 'Kegiatan ini dibatalkan.', en: 'This activity was cancelled.' },
  not_published: { id: 'Kegiatan ini belum diterbitkan.', en: 'This activity is not published yet.' },
  not_open_yet: { id: 'Pendaftaran belum dibuka.', en: 'Registration has not opened yet.' },
  window_over: { id: 'Pendaftaran sudah ditutup.', en: 'Registration has closed.' },
  members_only: {
    id: 'Kegiatan ini untuk anggota. Keanggotaan Anda tidak berlaku hari ini.',
    en: 'This activity is for members. You hold no membership in good standing today.',
  },
  has_begun: {
    id: 'Kegiatan sudah dimulai. Hubungi penyelenggara bila Anda berhalangan.',
    en: 'The activity has begun. Tell the organisers if you cannot come.',
  },
  has_attended: {
    id: 'Kehadiran Anda sudah dicatat, jadi pendaftaran ini tidak dapat dibatalkan.',
    en: 'Your attendance is recorded, so this registration cannot be cancelled.',
  },
} as const satisfies Record<string, Bilingual>;

export type RegistrationReasonCode = keyof typeof REASONS;

/** Why this person cannot register now; empty when they can. The window holds from `opensAt` until just before `closesAt`. */
export function registrationFaults(facts: RegistrationFacts, now: Date): Reason[] {
  if (facts.state === 'cancelled') return [reason('activity_cancelled')];
  if (facts.state === 'draft') return [reason('not_published')];
  const faults: Reason[] = [];
  if (now < facts.opensAt) faults.push(reason('not_open_yet'));
  if (now >= facts.closesAt) faults.push(reason('window_over'));
  if (facts.audience === 'members' && !facts.isMember) faults.push(reason('members_only'));
  return faults;
}

/** Why a registration cannot be cancelled any more: a place that falls free after the beginning helps nobody. */
export function cancellationFaults(facts: { startsAt: Date; attendedSessions: number }, now: Date): Reason[] {
  if (facts.attendedSessions > 0) return [reason('has_attended')];
  if (now >= facts.startsAt) return [reason('has_begun')];
  return [];
}

function reason(code: RegistrationReasonCode): Reason {
  return { code, text: REASONS[code] };
}
