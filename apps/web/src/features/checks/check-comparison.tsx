import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, type Problem } from '../../api/client';
import { currentLanguage } from '../../app/language';
import { CompareFields } from '../../ui/compare-fields';
import { formatNumber } from '../../ui/format';
import { PendingButton } from '../../ui/pending-button';
import { useProblemText } from '../../ui/use-problem-text';
import { OfficerTools } from '../attestation/officer-tools';
import { CheckReviewForm } from './check-review-form';
import { type Check, checksQuery, retryCheck } from './checks.api';
import classes from './checks.module.css';

const VERDICT = { match: 'same', review: 'different', mismatch: 'different', absent: 'unknown' } as const;

interface CheckComparisonProps {
  check: Check;
  applicationId: string;
}

/** For officers: the claim beside the source's answer, the answer itself, and the officer's own word. */
export function CheckComparison({ check, applicationId }: CheckComparisonProps) {
  const { t, i18n } = useTranslation('checks');
  const label = (field: string) => (i18n.exists(`checks:field.${field}`) ? t(`field.${field}`) : field);
  return (
    <div className={classes.comparison}>
      {check.fields.length > 0 && (
        <CompareFields
          caption={t('compare.caption')}
          claimedBy={t('compare.claimed')}
          foundBy={t('compare.found')}
          fields={check.fields.map((field) => ({
            key: field.field,
            label: label(field.field),
            claimed: field.claimed,
            found: (
              <>
                {field.found ?? '–'}
                {field.score !== null && field.score < 1 && (
                  <small className={classes.score}>
                    {' '}
                    {t('compare.score', { score: formatNumber(field.score, currentLanguage()) })}
                  </small>
                )}
              </>
            ),
            verdict: VERDICT[field.result],
          }))}
        />
      )}
      {check.answer !== null && (
        <details className={classes.answer}>
          <summary>{t('answer.show')}</summary>
          <p className={classes.small}>{t('answer.hash', { hash: check.answerHash ?? '' })}</p>
          <pre tabIndex={0}>{pretty(check.answer)}</pre>
        </details>
      )}
      {check.reviewable && check.source !== 'manual' && (
        <AskAgain check={check} applicationId={applicationId} />
      )}
      {check.reviewable && check.action !== 'done' && (
        <CheckReviewForm check={check} applicationId={applicationId} />
      )}
      {check.reviewable && <OfficerTools check={check} applicationId={applicationId} />}
    </div>
  );
}

function AskAgain({ check, applicationId }: CheckComparisonProps) {
  const { t } = useTranslation('checks');
  const queryClient = useQueryClient();
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { text } = useProblemText(problem);
  const ask = async () => {
    setPending(true);
    setProblem(null);
    try {
      await retryCheck(check.id);
      await queryClient.invalidateQueries({ queryKey: checksQuery(applicationId).queryKey });
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setPending(false);
    }
  };
  return (
    <div>
      <PendingButton
        type="button"
        size="sm"
        variant="default"
        isPending={isPending}
        onClick={() => void ask()}
      >
        {t('actions.retry')}
      </PendingButton>
      {problem && <p role="alert">{text}</p>}
    </div>
  );
}

function pretty(answer: string): string {
  try {
    return JSON.stringify(JSON.parse(answer), null, 2);
  } catch {
    return answer;
  }
}
