import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateTimeText } from '../../ui/date-text';
import { StatusTag, type Tone } from '../../ui/status-tag';
import { AskDialog, WithdrawDialog } from './ask-dialogs';
import type { Attestation, Checked } from './attestation.api';
import classes from './attestation.module.css';

const TONES: Record<Attestation['state'], Tone> = {
  asked: 'waiting',
  sent: 'waiting',
  answered: 'good',
  withdrawn: 'info',
  lapsed: 'warn',
  undelivered: 'warn',
};

interface InstitutionPanelProps {
  check: Checked;
  applicationId: string;
  questions: Attestation[];
}

const isOpen = ({ state }: Attestation): boolean => state === 'asked' || state === 'sent';

/** The questions to the institution about one claim: ask, send anew, take back; what came of each. */
export function InstitutionPanel({ check, applicationId, questions }: InstitutionPanelProps) {
  const { t } = useTranslation('attestation');
  const [isAsking, setAsking] = useState(false);
  return (
    <section className={classes.panel}>
      <h4>{t('ask.title')}</h4>
      {questions.length > 0 && (
        <ul className={classes.questions}>
          {questions.map((question) => (
            <QuestionLine key={question.id} question={question} applicationId={applicationId} />
          ))}
        </ul>
      )}
      {!questions.some(isOpen) && (
        <Button variant="default" size="sm" onClick={() => setAsking(true)}>
          {t('ask.act')}
        </Button>
      )}
      {isAsking && (
        <AskDialog checkId={check.id} applicationId={applicationId} onClose={() => setAsking(false)} />
      )}
    </section>
  );
}

function QuestionLine({ question, applicationId }: { question: Attestation; applicationId: string }) {
  const { t } = useTranslation('attestation');
  const [dialog, setDialog] = useState<'renew' | 'withdraw' | null>(null);
  const close = () => setDialog(null);
  const { answer, state } = question;
  return (
    <li>
      <p>
        <StatusTag tone={TONES[state]}>{t(`state.${state}`)}</StatusTag> {question.institution},{' '}
        {question.contactEmail}
      </p>
      {question.expiresAt && isOpen(question) && (
        <p className={classes.small}>
          {t('ask.until')} <DateTimeText value={question.expiresAt} />
        </p>
      )}
      {answer && (
        <>
          <p>
            {t(`verdict.${answer.verdict}`)}: {answer.name}, {answer.office}
          </p>
          {answer.differences.map(({ field, found }) => (
            <p key={field}>{t('ask.differs', { field: t(`field.${field}`), found })}</p>
          ))}
          {answer.remark && (
            <p>
              <q>{answer.remark}</q>
            </p>
          )}
        </>
      )}
      <p className={classes.small}>
        {question.reference}
        {question.endedReason &&
          ` · ${question.endedReason === 'replaced' ? t('ask.replaced') : question.endedReason}`}
      </p>
      <div className={classes.acts}>
        {state !== 'answered' && state !== 'withdrawn' && (
          <Button variant="subtle" size="sm" onClick={() => setDialog('renew')}>
            {t('ask.renew')}
          </Button>
        )}
        {isOpen(question) && (
          <Button variant="subtle" size="sm" onClick={() => setDialog('withdraw')}>
            {t('ask.withdraw')}
          </Button>
        )}
      </div>
      {dialog === 'renew' && (
        <AskDialog
          checkId={question.checkId}
          renews={question}
          applicationId={applicationId}
          onClose={close}
        />
      )}
      {dialog === 'withdraw' && (
        <WithdrawDialog question={question} applicationId={applicationId} onClose={close} />
      )}
    </li>
  );
}
