import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateText } from '../../ui/date-text';
import { StatusTag, type Tone } from '../../ui/status-tag';
import { type CaseSponsor, caseSponsorsQuery } from './sponsors.api';
import classes from './sponsors.module.css';

const TONE: Readonly<Record<CaseSponsor['state'], Tone>> = {
  asked: 'waiting',
  confirmed: 'good',
  declined: 'warn',
  expired: 'warn',
  withdrawn: 'waiting',
};

/** The sponsors of one requirement as officers see them, with why who declined. */
export function CaseSponsors({
  applicationId,
  requirementId,
}: {
  applicationId: string;
  requirementId: string;
}) {
  const { t } = useTranslation('sponsors');
  const { data } = useQuery(caseSponsorsQuery(applicationId));
  const shown = (data ?? []).filter((one) => one.requirementId === requirementId);
  if (shown.length === 0) return null;
  return (
    <ul className={classes.list}>
      {shown.map((one) => (
        <li key={one.id}>
          <div className={classes.what}>
            <strong>{one.fullName ?? one.named}</strong>
            <span className={classes.under}>
              {one.fullName === null
                ? t('case.nobody')
                : t('case.member', { number: one.memberNumber ?? '' })}
              {' · '}
              <DateText value={one.endedAt ?? one.askedAt} />
            </span>
            {one.declineReason !== null && <p>{t('case.reason', { reason: one.declineReason })}</p>}
          </div>
          <StatusTag tone={TONE[one.state]}>{t(`own.${one.state}`)}</StatusTag>
        </li>
      ))}
    </ul>
  );
}
