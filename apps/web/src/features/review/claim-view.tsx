import { useTranslation } from 'react-i18next';
import { DateText } from '../../ui/date-text';
import type { Evidence } from './review.api';
import classes from './review.module.css';

const FIELDS = [
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
] as const;

const DATES: readonly string[] = ['validFrom', 'validUntil', 'startedOn', 'endedOn'];

/** What the applicant claims of a credential; parts that its kind does not have are left out. */
export function ClaimView({ claim }: { claim: Evidence['claim'] }) {
  const { t } = useTranslation('review');
  const known = FIELDS.filter((field) => claim[field] !== null && claim[field] !== '');
  return (
    <dl className={classes.claim}>
      {known.map((field) => (
        <div key={field}>
          <dt>{t(`claim.${field}`)}</dt>
          <dd>{DATES.includes(field) ? <DateText value={String(claim[field])} /> : claim[field]}</dd>
        </div>
      ))}
    </dl>
  );
}
