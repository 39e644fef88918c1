import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { DateText, DateTimeText } from '../../ui/date-text';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { StatusTag } from '../../ui/status-tag';
import { SummaryList } from '../../ui/summary-list';
import { AppealNote } from './appeal-note';
import { NextSteps } from './next-steps';
import { ReplayPanel } from './replay-panel';
import { type Decision, decisionQuery } from './review.api';
import classes from './review.module.css';
import { RuleLine } from './rule-line';
import { useText } from './use-text';
import { VoteList, VotingRule } from './vote-list';

const route = getRouteApi('/applications/$applicationId/decision');

/** Why a decision came out as it did: each rule, its result, and the evidence it rested on. For applicant and officers. */
export function WhyPage() {
  const { applicationId } = route.useParams();
  const { instance } = route.useSearch();
  const { data, error, refetch } = useQuery(decisionQuery(applicationId, instance));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} asPage />;
  if (!data) return <LoadingState lines={8} />;
  return <Why decision={data} />;
}

function Why({ decision }: { decision: Decision }) {
  const { t } = useTranslation('review');
  const isIndonesian = currentLanguage() === 'id';
  const isApproved = decision.outcome === 'approved';
  const awaitsCode =
    isApproved && decision.requirements.some(({ kind, result }) => kind === 'ethics' && result === 'pending');
  return (
    <>
      <PageTitle
        above={decision.reference}
        title={t(`why.title.${decision.outcome}`)}
        lead={`${isIndonesian ? decision.groupNameId : decision.groupNameEn} · ${isIndonesian ? decision.gradeNameId : decision.gradeNameEn}`}
      />
      <StatusTag tone={isApproved ? 'good' : 'bad'} size="lg">
        {t(`state.${decision.outcome}`)}
      </StatusTag>
      <Reasons decision={decision} />
      {awaitsCode && !decision.decidedByName && (
        <LinkButton to="/groups/$groupId/code" params={{ groupId: decision.groupId }} mb="xl">
          {t('actions.toCode')}
        </LinkButton>
      )}
      <NextSteps decision={decision} />
      {decision.appeal && <AppealNote appeal={decision.appeal} applicationId={decision.applicationId} />}
      <h2 className={classes.heading}>{t('why.rules')}</h2>
      {decision.requirements.map((line) => (
        <RuleLine key={line.requirementId} line={line} />
      ))}
      {decision.process && (
        <section className={classes.part}>
          <h2>{t('why.process')}</h2>
          <VotingRule rule={decision.process.rule} />
          <VoteList votes={decision.process.votes} label={t('why.process')} />
        </section>
      )}
      <ReplayPanel decisionId={decision.id} />
      <Record decision={decision} />
    </>
  );
}

function Reasons({ decision }: { decision: Decision }) {
  const text = useText();
  return (
    <div className={classes.criterion} style={{ marginTop: '1.25rem' }}>
      <ul className={classes.reasons}>
        {decision.reasons.map((reason) => (
          <li key={reason.code}>{text(reason.text)}</li>
        ))}
      </ul>
      {decision.note !== '' && <p className={classes.note}>{decision.note}</p>}
    </div>
  );
}

function Record({ decision }: { decision: Decision }) {
  const { t } = useTranslation('review');
  return (
    <SummaryList
      title={t('why.record')}
      rows={[
        { key: 'at', label: t('why.decidedAt'), value: <DateTimeText value={decision.decidedAt} /> },
        { key: 'on', label: t('why.decidedOn'), value: <DateText value={decision.decidedOn} /> },
        ...(decision.decidedByName && !decision.bot
          ? [{ key: 'by', label: t('why.decidedBy'), value: decision.decidedByName }]
          : []),
        ...(decision.bot
          ? [
              {
                key: 'bot',
                label: t('why.bot'),
                value: t('why.botRule', { name: decision.bot.name, version: decision.bot.version }),
              },
            ]
          : []),
        { key: 'rule', label: t('why.ruleVersion'), value: decision.ruleVersion },
        {
          key: 'ruleHash',
          label: t('why.ruleHash'),
          value: <span className={classes.hash}>{decision.ruleHash}</span>,
        },
        {
          key: 'hash',
          label: t('why.factsHash'),
          value: <span className={classes.hash}>{decision.factsHash}</span>,
        },
        ...(decision.processHash
          ? [
              {
                key: 'processHash',
                label: t('why.processHash'),
                value: <span className={classes.hash}>{decision.processHash}</span>,
              },
            ]
          : []),
      ]}
    />
  );
}
