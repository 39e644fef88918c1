/** A claim as JSON, the same shape everywhere: `Claim`. The credentials table goes by `c`. */
export const CLAIM_JSON = `jsonb_build_object('holderName', c.holder_name, 'title', c.title,
  'institution', c.institution, 'level', c.level, 'field', c.field, 'number', c.number, 'authority', c.authority,
  'profession', c.profession, 'validFrom', c.valid_from, 'validUntil', c.valid_until, 'startedOn', c.started_on,
  'endedOn', c.ended_on)`;
