import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { DateText } from '../../ui/date-text';
import { LinkButton } from '../../ui/links';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { startApplication } from '../apply/apply.api';
import type { Decision } from './review.api';
import classes from './review.module.css';

/** What can be done now: keep the letter; for a rejected applicant appeal until a day, or apply again with what is there. */
export function NextSteps({ decision }: { decision: Decision }) {
  const { t } = useTranslation('review');
  const isApplicant = decision.decidedByName === null;
  const isRejected = decision.outcome === 'rejected';
  const instance = decision.isAppeal ? 'last' : 'first';
  return (
    <section className={classes.part}>
      <h2>{t('next.title')}</h2>
      {decision.isAppeal && <p>{t('next.onAppeal')}</p>}
      {isRejected && isApplicant && <p>{t('next.again')}</p>}
      {decision.appealUntil && !decision.appeal && (
        <p>
          {t('next.appealUntil')} <DateText value={decision.appealUntil} />. {t('next.others')}
        </p>
      )}
      <Group gap="sm" data-no-print>
        {decision.mayAppeal && (
          <LinkButton
            to="/applications/$applicationId/appeal"
            params={{ applicationId: decision.applicationId }}
          >
            {t('actions.appeal')}
          </LinkButton>
        )}
        {isRejected && isApplicant && <ApplyAgain decision={decision} />}
        <Button
          component="a"
          href={`/api/applications/${decision.applicationId}/decision.pdf?instance=${instance}&language=${currentLanguage()}`}
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('actions.letter')}
        </Button>
      </Group>
    </section>
  );
}

/** One click: the draft comes with the answers, credentials and evidence of before. */
function ApplyAgain({ decision }: { decision: Decision }) {
  const { t } = useTranslation('review');
  const navigate = useNavigate();
  const again = useMutation({
    mutationFn: () => startApplication({ groupId: decision.groupId, gradeId: decision.gradeId }),
    onSuccess: ({ id }) => navigate({ to: '/applications/$applicationId', params: { applicationId: id } }),
    onError: (error) => toast.problem(error),
  });
  return (
    <PendingButton type="button" variant="default" isPending={again.isPending} onClick={() => again.mutate()}>
      {t('actions.again')}
    </PendingButton>
  );
}
