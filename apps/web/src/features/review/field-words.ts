const KNOWN = [
  'fullName',
  'titleBefore',
  'titleAfter',
  'certificateName',
  'birthDate',
  'phone',
  'holderName',
  'title',
  'institution',
  'level',
  'field',
  'number',
  'authority',
  'profession',
  'validFrom',
  'validUntil',
  'startedOn',
  'endedOn',
  'evidence',
  'chosen',
  'note',
  'hoursPerWeek',
  'days',
  'accepted',
  'names',
];

/** The key of a field's words; a field that the catalogue does not know yet is an "answer". */
export function fieldWords(field: string): string {
  return KNOWN.includes(field) ? field : 'other';
}
