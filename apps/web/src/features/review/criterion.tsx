import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../ui/status-tag';
import { CheckList } from '../checks/check-list';
import { CaseDisclosure } from '../disclosures/case-disclosure';
import { CaseSponsors } from '../sponsors/case-sponsors';
import { AnswerView } from './answer-view';
import { ClaimView } from './claim-view';
import { ResultTag } from './result-tag';
import type { CaseRequirement, Evidence } from './review.api';
import classes from './review.module.css';
import { useText } from './use-text';

interface CriterionProps {
  line: CaseRequirement;
  applicationId: string;
  /** Shows a file in the viewer. */
  onShow: (fileId: string) => void;
}

/** One requirement: how it stands and why, what was answered or claimed, and what the sources say. */
export function Criterion({ line, applicationId, onShow }: CriterionProps) {
  const text = useText();
  return (
    <article
      className={classes.criterion}
      aria-labelledby={`criterion-${line.requirementId}`}
      data-part={line.requirementId}
    >
      <header>
        <h3 id={`criterion-${line.requirementId}`}>{text(line.title)}</h3>
        <ResultTag result={line.result} />
      </header>
      <ul className={classes.reasons}>
        {line.reasons.map((reason) => (
          <li key={reason.code}>{text(reason.text)}</li>
        ))}
      </ul>
      {line.answer && <AnswerView answer={line.answer} options={line.options} />}
      {line.kind === 'sponsor' && (
        <CaseSponsors applicationId={applicationId} requirementId={line.requirementId} />
      )}
      {line.kind === 'disclosure' && (
        <CaseDisclosure applicationId={applicationId} requirementId={line.requirementId} />
      )}
      {line.credentials.map((evidence) => (
        <OfferedCredential
          key={evidence.credentialId}
          evidence={evidence}
          applicationId={applicationId}
          onShow={onShow}
        />
      ))}
    </article>
  );
}

const STANDING_TONE = {
  unchecked: 'waiting',
  pending: 'waiting',
  confirmed: 'good',
  refuted: 'bad',
  needs_person: 'warn',
} as const;

interface OfferedCredentialProps {
  evidence: Evidence;
  applicationId: string;
  onShow: (fileId: string) => void;
}

function OfferedCredential({ evidence, applicationId, onShow }: OfferedCredentialProps) {
  const { t } = useTranslation('review');
  return (
    <div className={classes.credential}>
      <StatusTag tone={STANDING_TONE[evidence.standing as keyof typeof STANDING_TONE] ?? 'waiting'}>
        {t(`standing.${evidence.standing}`)}
      </StatusTag>
      <ClaimView claim={evidence.claim} />
      {evidence.files.length > 0 && (
        <p className={classes.showFiles}>
          {evidence.files.map((file) => (
            <button key={file.id} type="button" onClick={() => onShow(file.id)}>
              {t('evidence.show', { name: file.name })}
            </button>
          ))}
        </p>
      )}
      <CheckList applicationId={applicationId} credentialId={evidence.credentialId} isOfficer />
    </div>
  );
}
