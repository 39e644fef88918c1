import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/error-state';
import { type OpenedDisclosure, openMemberDisclosure } from './disclosures.api';
import classes from './disclosures.module.css';
import { Opened } from './opened';

/** What a member told, opened on request in a case about their standing. */
export function MemberDisclosure({ caseId }: { caseId: string }) {
  const { t } = useTranslation('disclosures');
  const [opened, setOpened] = useState<OpenedDisclosure | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  if (opened) return <Opened opened={opened} />;
  return (
    <div className={classes.case}>
      <p className={classes.quiet}>{t('case.onRecord')}</p>
      <Button
        variant="default"
        onClick={() => {
          openMemberDisclosure(caseId).then(setOpened, setRefusal);
        }}
      >
        {t('actions.open')}
      </Button>
      {refusal !== null && <ErrorState error={refusal} />}
    </div>
  );
}
