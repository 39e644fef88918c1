import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { DateTimeText } from '../../ui/date-text';
import { ErrorState } from '../../ui/error-state';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { SideBySide } from '../../ui/side-by-side';
import { StatusTag } from '../../ui/status-tag';
import { CaseDuplicates } from '../duplicates/case-duplicates';
import { AppealNote } from './appeal-note';
import { CaseActs } from './case-acts';
import { CaseChanges } from './case-changes';
import { CaseDetails } from './case-details';
import { CaseHistory } from './case-history';
import { CasePanel } from './case-panel';
import { CaseNeighbours } from './case-neighbours';
import { CaseReaders } from './case-readers';
import { Criterion } from './criterion';
import { DueText } from './due-text';
import { EvidenceViewer } from './evidence-viewer';
import { type Case, caseQuery } from './review.api';
import classes from './review.module.css';
import { StaleNotice } from './stale-notice';
import { useCaseKeys } from './use-case-keys';
import { useCaseTaking } from './use-case-taking';
import { useEvidence } from './use-evidence';

const route = getRouteApi('/review/$applicationId');

/** One case: the evidence on the left, what is asked and how it stands on the right. */
export function CasePage() {
  const { applicationId } = route.useParams();
  const { data, error, refetch } = useQuery(caseQuery(applicationId));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} asPage />;
  if (!data) return <LoadingState lines={8} />;
  // Another case is another page: what was open, chosen or missed belongs to the one before.
  return <OpenCase key={data.id} shown={data} />;
}

function OpenCase({ shown }: { shown: Case }) {
  const { t } = useTranslation('review');
  const files = shown.requirements.flatMap(({ credentials }) => credentials.flatMap((one) => one.files));
  const search = route.useSearch();
  const taking = useCaseTaking(shown);
  const evidence = useEvidence(shown, files);
  useCaseKeys(shown, search, taking);
  const isIndonesian = currentLanguage() === 'id';
  const applicant = shown.submissions[0]?.details.fullName ?? shown.reference;
  return (
    <>
      <CaseNeighbours applicationId={shown.id} search={search} />
      <PageTitle
        above={shown.reference}
        title={applicant}
        lead={`${isIndonesian ? shown.groupNameId : shown.groupNameEn} · ${isIndonesian ? shown.gradeNameId : shown.gradeNameEn}`}
      />
      <div className={classes.state}>
        <StatusTag tone={STATE_TONE[shown.state] ?? 'info'}>{t(`state.${shown.state}`)}</StatusTag>
        <span>
          {t('case.submitted')} <DateTimeText value={shown.submittedAt} />
        </span>
        <span>
          {shown.assignedName ? t('case.assigned', { name: shown.assignedName }) : t('case.unassigned')}
        </span>
        {(shown.dueOn !== null || shown.daysLeft !== null) && (
          <span className={classes.dueLine}>
            {t('column.due')}: <DueText line={shown} />
          </span>
        )}
      </div>
      <CaseReaders applicationId={shown.id} />
      <CaseDuplicates applicationId={shown.id} personName={applicant} />
      {taking.missed && <StaleNotice seen={taking.missed} now={shown} onLookAgain={taking.lookAgain} />}
      <CaseActs shown={shown} taking={taking} />
      <SideBySide
        leftLabel={t('case.evidence')}
        left={
          <div className={classes.sticky}>
            <EvidenceViewer applicationId={shown.id} files={files} evidence={evidence} />
          </div>
        }
        rightLabel={t('case.criteria')}
        right={
          <>
            <h2 className={classes.heading}>{t('case.criteria')}</h2>
            <p className={classes.hint}>{t('case.rule', { version: shown.ruleVersion })}</p>
            {shown.requirements.map((line) => (
              <Criterion
                key={line.requirementId}
                line={line}
                applicationId={shown.id}
                onShow={evidence.show}
              />
            ))}
          </>
        }
      />
      {shown.appeal && <AppealNote appeal={shown.appeal} applicationId={shown.id} />}
      <CasePanel shown={shown} />
      <CaseChanges shown={shown} />
      <CaseDetails shown={shown} />
      <CaseHistory shown={shown} />
    </>
  );
}

const STATE_TONE: Record<string, 'good' | 'bad' | 'warn' | 'info' | 'waiting'> = {
  submitted: 'warn',
  returned: 'info',
  approved: 'good',
  admitted: 'good',
  rejected: 'bad',
  withdrawn: 'waiting',
};
