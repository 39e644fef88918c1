import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '../../ui/date-text';
import { ErrorState } from '../../ui/error-state';
import { StatusTag, type Tone } from '../../ui/status-tag';
import { AssessForm } from './assess-form';
import {
  type CaseDisclosure as Line,
  type OpenedDisclosure,
  caseDisclosuresQuery,
  openDisclosure,
} from './disclosures.api';
import classes from './disclosures.module.css';
import { Opened } from './opened';

interface CaseDisclosureProps {
  applicationId: string;
  requirementId: string;
}

/** What was disclosed in a case: opened on request only, then assessed. */
export function CaseDisclosure({ applicationId, requirementId }: CaseDisclosureProps) {
  const { t } = useTranslation('disclosures');
  const queryClient = useQueryClient();
  const [opened, setOpened] = useState<OpenedDisclosure | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const { data } = useQuery(caseDisclosuresQuery(applicationId));
  const line = data?.find((one) => one.requirementId === requirementId);
  if (!line || line.isErased) return null;

  async function open(id: string) {
    setRefusal(null);
    try {
      setOpened(await openDisclosure(applicationId, id));
      await queryClient.invalidateQueries({ queryKey: caseDisclosuresQuery(applicationId).queryKey });
    } catch (error) {
      setRefusal(error);
    }
  }

  return (
    <div className={classes.case}>
      {opened ? (
        <Opened opened={opened} />
      ) : (
        <>
          <p className={classes.quiet}>{t('case.onRecord')}</p>
          <Button variant="default" onClick={() => void open(line.id)}>
            {t('actions.open')}
          </Button>
        </>
      )}
      {refusal !== null && <ErrorState error={refusal} />}
      {line.assessment && <Assessed line={line} />}
      {opened && line.needsPerson && <AssessForm applicationId={applicationId} line={line} />}
    </div>
  );
}

const TONE: Readonly<Record<string, Tone>> = { no_concern: 'good', with_conditions: 'warn', concern: 'bad' };

function Assessed({ line: { assessment } }: { line: Line }) {
  const { t } = useTranslation('disclosures');
  if (!assessment) return null;
  return (
    <div>
      <StatusTag tone={TONE[assessment.verdict] ?? 'info'}>{t(`verdict.${assessment.verdict}`)}</StatusTag>
      <p className={classes.words}>{assessment.reason}</p>
      {assessment.conditions !== null && <p>{t('case.conditions', { conditions: assessment.conditions })}</p>}
      <p className={classes.quiet}>
        {assessment.assessedBy}, <DateText value={assessment.at} />
      </p>
    </div>
  );
}
