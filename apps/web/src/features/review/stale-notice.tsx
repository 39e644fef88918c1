import { Alert, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CompareFields } from '../../ui/compare-fields';
import { type CaseDifference, caseDifferences } from './case-differences';
import type { Case } from './review.api';
import classes from './review.module.css';
import { useText } from './use-text';

interface StaleNoticeProps {
  /** The case as the officer saw it. */
  seen: Case;
  /** As it is now. */
  now: Case;
  onLookAgain: () => void;
}

/** Somebody else was quicker: what they changed, old beside new, before anything is sent again. */
export function StaleNotice({ seen, now, onLookAgain }: StaleNoticeProps) {
  const { t } = useTranslation('review');
  const { label, word } = useWords(now);
  const differences = caseDifferences(seen, now);
  return (
    <Alert color="yellow" role="alert" mb="lg">
      <h2 className={classes.heading}>{t('stale.title')}</h2>
      <p>{differences.length > 0 ? t('stale.text') : t('stale.unseen')}</p>
      {differences.length > 0 && (
        <CompareFields
          caption={t('stale.caption')}
          claimedBy={t('stale.seen')}
          foundBy={t('changes.after')}
          fields={differences.map((difference) => ({
            key: `${difference.of}.${difference.kind}`,
            label: label(difference),
            claimed: word(difference.kind, difference.before),
            found: word(difference.kind, difference.after),
            verdict: 'different',
          }))}
        />
      )}
      <Button variant="default" mt="md" onClick={onLookAgain}>
        {t('actions.lookAgain')}
      </Button>
    </Alert>
  );
}

function useWords(now: Case) {
  const { t } = useTranslation('review');
  const text = useText();
  const label = ({ of, kind }: CaseDifference): string => {
    const line = now.requirements.find(({ requirementId }) => requirementId === of);
    return line ? `${text(line.title)}: ${t(`stale.${kind}`)}` : t(`stale.${kind}`);
  };
  const word = (kind: CaseDifference['kind'], value: string | null): string => {
    if (value === null) return kind === 'officer' ? t('queue.nobody') : t('changes.absent');
    if (kind === 'state') return t(`state.${value}`);
    if (kind === 'result') return t(`result.${value}`);
    if (kind === 'submission') return t('stale.number', { number: value });
    if (kind === 'officer') return value;
    return value
      .split(',')
      .map((standing) => t(`standing.${standing}`))
      .join(', ');
  };
  return { label, word };
}
