import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateText } from '../../ui/date-text';
import { LinkButton, TextLink } from '../../ui/links';
import { PageTitle } from '../../ui/page-title';
import { StatusTag, type Tone } from '../../ui/status-tag';
import { Timeline } from '../../ui/timeline';
import { CheckList } from '../checks/check-list';
import { type Application, type Task, decisionQuery } from './apply.api';
import classes from './apply.module.css';
import { PromisedDays } from './promised-days';
import { StateTag } from './state-tag';
import { isOpen, needsCredential } from './task-status';
import { useText } from './use-text';
import { Withdrawal } from './withdrawal';

/** How a sent application stands: stage, whose turn it is, the one next act, each requirement, history (UX 16). */
export function StatusView({ application }: { application: Application }) {
  const { t } = useTranslation('apply');
  const { pick } = useText();
  const stage = application.state === 'submitted' ? application.stage : application.state;
  const isDecided = application.decidedAt !== null;
  return (
    <div className={classes.reading}>
      <PageTitle
        above={application.reference}
        title={t('status.title', { group: pick(application.groupNameId, application.groupNameEn) })}
        lead={pick(application.gradeNameId, application.gradeNameEn)}
      />
      <section className={classes.stage} aria-live="polite">
        <StateTag state={application.state} size="lg" />
        <p>
          <strong>{t(`waiting.${application.waitingOn}`)}</strong>
        </p>
        <p>{t(`stage.${stage}`)}</p>
        {application.decisionBy && (
          <p>
            {t('submitted.decisionBy')} <DateText value={application.decisionBy} />.
          </p>
        )}
        <NextAct application={application} />
      </section>
      <PromisedDays stages={application.stages} />
      {isDecided && <Reasons application={application} />}
      <section>
        <h2>{t('status.requirements')}</h2>
        <ul className={classes.requirements}>
          {application.tasks.map((task) => (
            <RequirementLine key={task.requirement.id} application={application} task={task} />
          ))}
        </ul>
      </section>
      {application.tasks.some(needsCredential) && (
        <section>
          <h2>{t('status.checks')}</h2>
          <CheckList applicationId={application.id} />
        </section>
      )}
      <section>
        <h2>{t('status.history')}</h2>
        <History application={application} />
      </section>
      {application.submittedAt !== null && (
        <p data-no-print>
          <TextLink to="/applications/$applicationId/submitted" params={{ applicationId: application.id }}>
            {t('submitted.back')}
          </TextLink>
        </p>
      )}
      {application.state === 'submitted' && <Withdrawal application={application} />}
    </div>
  );
}

function NextAct({ application }: { application: Application }) {
  const { t } = useTranslation('apply');
  if (application.state === 'approved') {
    return (
      <LinkButton to="/groups/$groupId/code" params={{ groupId: application.groupId }}>
        {t('actions.acknowledge')}
      </LinkButton>
    );
  }
  if (application.state === 'admitted') {
    return <LinkButton to="/memberships">{t('actions.membership')}</LinkButton>;
  }
  return null;
}

function Reasons({ application }: { application: Application }) {
  const { t } = useTranslation('apply');
  const { said } = useText();
  const { data } = useQuery(decisionQuery(application.id));
  if (!data || (data.reasons.length === 0 && !data.note)) return null;
  return (
    <section>
      <h2>{t('status.reasons')}</h2>
      <ul>
        {data.reasons.map((reason) => (
          <li key={reason.code}>{said(reason.text)}</li>
        ))}
      </ul>
      {data.note && <p className={classes.note}>{data.note}</p>}
      <LinkButton
        variant="default"
        to="/applications/$applicationId/decision"
        params={{ applicationId: application.id }}
      >
        {t('actions.why')}
      </LinkButton>
    </section>
  );
}

const TONES: Readonly<Record<Task['result'], Tone>> = {
  met: 'good',
  pending: 'waiting',
  not_met: 'bad',
  waived: 'info',
};

function RequirementLine({ application, task }: { application: Application; task: Task }) {
  const { t } = useTranslation('apply');
  const { said } = useText();
  return (
    <li>
      <div>
        <strong>{said(task.requirement.title)}</strong>
        {task.reasons.map((reason) => (
          <p key={reason.code} className={classes.quiet}>
            {said(reason.text)}
          </p>
        ))}
        {task.requirement.kind === 'sponsor' && isOpen(application, task) && (
          <TextLink
            to="/applications/$applicationId/sponsors/$requirementId"
            params={{ applicationId: application.id, requirementId: task.requirement.id }}
          >
            {t('actions.sponsors')}
          </TextLink>
        )}
      </div>
      <StatusTag tone={TONES[task.result]}>{t(`result.${task.result}`)}</StatusTag>
    </li>
  );
}

function History({ application }: { application: Application }) {
  const { t } = useTranslation('apply');
  return (
    <Timeline
      label={t('status.history')}
      entries={application.history.map(({ at, action, by }) => ({
        key: `${at} ${action}`,
        title: t(`history.${action.replace('.', '_')}`),
        at,
        by: by === 'system' ? undefined : t(`by.${by}`),
      }))}
    />
  );
}
