import { superseded } from '../renewal/renewals.sql';

/**
 * A last day (`w.credential_id`, `w.expires_on`) that still stands for the credential `c`: no source knows a later one, and
 * the person has presented no successor, that is a credential of the same kind, authority and profession that holds longer. What
 * was sent in as its renewal counts once it is confirmed for the group, and not before.
 */
export const NOT_RENEWED = `NOT ${superseded('w')} AND NOT EXISTS (
    SELECT 1 FROM credential_watches o WHERE o.credential_id = w.credential_id AND o.expires_on > w.expires_on)
  AND NOT EXISTS (
    SELECT 1 FROM credentials s WHERE s.person_id = c.person_id AND s.id <> c.id AND s.kind = c.kind AND s.state = 'presented'
      AND s.renews_id IS NULL AND lower(s.authority) IS NOT DISTINCT FROM lower(c.authority)
      AND lower(s.profession) IS NOT DISTINCT FROM lower(c.profession)
      AND (s.kind = 'licence' OR lower(s.title) IS NOT DISTINCT FROM lower(c.title))
      AND s.valid_until > w.expires_on)`;
