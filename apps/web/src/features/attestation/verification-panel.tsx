import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '../../ui/date-text';
import { StatusTag } from '../../ui/status-tag';
import { type Checked, type Verification, verificationsQuery } from './attestation.api';
import classes from './attestation.module.css';
import { ReadingForm } from './reading-form';
import { VerificationDialog } from './verification-dialog';

/** What officers verified by themselves; a second reader's word where one is wanted. */
export function VerificationPanel({ check, applicationId }: { check: Checked; applicationId: string }) {
  const { t } = useTranslation('attestation');
  const { data } = useQuery(verificationsQuery(check.id));
  const [isRecording, setRecording] = useState(false);
  const waiting = data?.find(({ isAwaiting }) => isAwaiting);
  return (
    <section className={classes.panel}>
      <h4>{t('hand.title')}</h4>
      {data && data.length > 0 && (
        <ul className={classes.questions}>
          {data.map((line) => (
            <VerificationLine key={line.id} line={line} applicationId={applicationId} />
          ))}
        </ul>
      )}
      {check.action !== 'done' && (!waiting || waiting.isOwn) && (
        <Button variant="default" size="sm" onClick={() => setRecording(true)}>
          {t('hand.act')}
        </Button>
      )}
      {isRecording && (
        <VerificationDialog check={check} applicationId={applicationId} onClose={() => setRecording(false)} />
      )}
    </section>
  );
}

function VerificationLine({ line, applicationId }: { line: Verification; applicationId: string }) {
  const { t } = useTranslation('attestation');
  const { reading } = line;
  return (
    <li>
      <p>
        {t('hand.by', { name: line.verifier, method: t(`method.${line.method}`) })}{' '}
        <DateText value={line.verifiedOn} />{' '}
        {line.isAwaiting && <StatusTag tone="waiting">{t('hand.awaiting')}</StatusTag>}
      </p>
      <p>
        <q>{line.note}</q>
      </p>
      {line.spokenWith && (
        <p className={classes.small}>
          {line.spokenWith} · {line.contact} · {line.contactFoundAt}
        </p>
      )}
      {line.warnings.map((code) => (
        <p key={code}>{t(`warning.${code}`)}</p>
      ))}
      {line.evidenceFileId && (
        <p>
          <a href={`/api/files/${line.evidenceFileId}`} download>
            {t('hand.file')}
          </a>
        </p>
      )}
      {reading && (
        <p>
          {reading.agrees
            ? t('hand.agreed', { name: reading.reader })
            : t('hand.disagreed', { name: reading.reader })}{' '}
          <q>{reading.note}</q>
        </p>
      )}
      {line.isAwaiting && line.isOwn && <p className={classes.small}>{t('hand.another')}</p>}
      {line.isAwaiting && !line.isOwn && <ReadingForm id={line.id} applicationId={applicationId} />}
    </li>
  );
}
