import type { Bilingual } from '@himpun/kernel';

export type DecisionOutcome = 'approved' | 'rejected';

/** One entry of the catalogue: for which outcome it is, its words to the applicant, and whether a note must say more. */
export interface DecisionReason {
  outcome: DecisionOutcome;
  text: Bilingual;
  needsNote?: boolean;
  /** Only by a rule; no officer chooses it. */
  byRule?: boolean;
}

/** The reasons an officer chooses from. A code is part of what is stored: it is never taken out or given another meaning. */
export const DECISION_REASONS = {
  requirements_met: {
    outcome: 'approved',
    text: {
      id: 'Semua syarat jenjang ini terpenuhi.',
      en: 'All requirements of this grade are met.',
    },
  },
  met_by_equivalent: {
    outcome: 'approved',
    text: {
      id: 'Kualifikasi Anda kami nilai setara dengan yang disyaratkan.',
      en: 'We consider your qualification equivalent to what is required.',
    },
    needsNote: true,
  },
  requirement_waived: {
    outcome: 'approved',
    text: {
      id: 'Satu atau beberapa syarat dikecualikan dengan alasan yang tertulis.',
      en: 'One or more requirements were waived for a stated reason.',
    },
  },
  education_below_level: {
    outcome: 'rejected',
    text: {
      id: 'Jenjang pendidikan belum mencapai yang disyaratkan.',
      en: 'The level of education is below what is required.',
    },
  },
  field_not_accepted: {
    outcome: 'rejected',
    text: {
      id: 'Bidang studi tidak termasuk yang diterima untuk jenjang ini.',
      en: 'The field of study is not among those accepted for this grade.',
    },
  },
  licence_not_in_force: {
    outcome: 'rejected',
    text: {
      id: 'Lisensi tidak berlaku pada hari keputusan.',
      en: 'The licence is not in force on the day of the decision.',
    },
  },
  credential_not_confirmed: {
    outcome: 'rejected',
    text: {
      id: 'Sumber tidak membenarkan kredensial yang Anda sampaikan.',
      en: 'The source does not confirm the credential you presented.',
    },
  },
  evidence_insufficient: {
    outcome: 'rejected',
    text: {
      id: 'Bukti yang disampaikan tidak cukup untuk menilai permohonan.',
      en: 'The evidence presented is not enough to judge the application.',
    },
  },
  experience_too_short: {
    outcome: 'rejected',
    text: {
      id: 'Pengalaman kerja kurang dari yang disyaratkan.',
      en: 'Work experience is shorter than required.',
    },
  },
  sponsors_not_found: {
    outcome: 'rejected',
    text: {
      id: 'Dukungan anggota yang disyaratkan tidak terpenuhi.',
      en: 'The required support by members was not given.',
    },
  },
  disclosure_against: {
    outcome: 'rejected',
    text: {
      id: 'Setelah ditimbang, yang Anda ungkapkan tidak sejalan dengan keanggotaan ini, dijelaskan di bawah.',
      en: 'Having been weighed, what you disclosed does not go together with this membership, explained below.',
    },
    needsNote: true,
  },
  no_answer_in_time: {
    outcome: 'rejected',
    text: {
      id: 'Perbaikan yang diminta tidak kami terima sampai tenggatnya. Anda dapat mengajukan lagi dengan data yang terbawa.',
      en: 'The corrections that were asked for did not come by the deadline. You may apply again; your data are carried over.',
    },
    byRule: true,
  },
  other_reason: {
    outcome: 'rejected',
    text: { id: 'Alasan lain, dijelaskan di bawah.', en: 'Another reason, explained below.' },
    needsNote: true,
  },
} as const satisfies Record<string, DecisionReason>;

export type DecisionReasonCode = keyof typeof DECISION_REASONS;

/** The entry of a code; undefined for one that is not in the catalogue. */
export function decisionReason(code: string): DecisionReason | undefined {
  return Object.hasOwn(DECISION_REASONS, code) ? DECISION_REASONS[code as DecisionReasonCode] : undefined;
}
