import { useTranslation } from 'react-i18next';
import { DateTimeText } from '../../ui/date-text';
import { ClaimView } from './claim-view';
import { ResultTag } from './result-tag';
import type { DecidedRequirement } from './review.api';
import classes from './review.module.css';
import { useText } from './use-text';

const SOURCES = [
  'signed_credential',
  'authority_register',
  'satusehat',
  'npi_registry',
  'fhir_practitioner',
  'diploma_register',
  'manual',
];

/** One rule of a decision with the evidence that it rested on, as it was then. */
export function RuleLine({ line }: { line: DecidedRequirement }) {
  const { t } = useTranslation('review');
  const text = useText();
  return (
    <article className={classes.criterion}>
      <header>
        <h3>{text(line.title)}</h3>
        <ResultTag result={line.result} />
      </header>
      <ul className={classes.reasons}>
        {line.reasons.map((reason) => (
          <li key={reason.code}>{text(reason.text)}</li>
        ))}
      </ul>
      {line.evidence.map((evidence) => (
        <div key={evidence.credentialId} className={classes.credential}>
          <ClaimView claim={evidence.claim} />
          <ul className={classes.reasons}>
            {evidence.checks.map((check) => (
              <li key={check.id}>
                {t(`source.${wordsOf(check.source)}`)}
                {': '}
                {t(`checkOutcome.${check.outcome ?? 'none'}`)}
                {check.endedAt && (
                  <>
                    {', '}
                    <DateTimeText value={check.endedAt} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </article>
  );
}

function wordsOf(source: string): string {
  return SOURCES.includes(source) ? source : 'other';
}
