import { Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { ErrorSummary, RadioField, useForm } from '../../ui/form';
import { focusField } from '../../ui/form/field-id';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { useShortcuts } from '../shortcuts';
import { DecisionFields } from './decision-fields';
import {
  type DecisionValues,
  NO_DECISION,
  decisionBody,
  decisionFaults,
  openLines,
  voteBody,
} from './decision-values';
import { DecisionLetter } from './decision-letter';
import { readQueueSearch } from './queue-search';
import { type Case, castVote, decide } from './review.api';

interface DecisionFormProps {
  /** The case as it was when the step opened: the decision rests on it. */
  seen: Case;
  /** Says what changed since; the server would refuse. */
  notice: ReactNode;
  back: ReactNode;
}

/** Outcome (or one's vote), reasons, waivers, note; then a question before it is sent. */
export function DecisionForm({ seen, notice, back }: DecisionFormProps) {
  const { t } = useTranslation('review');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const form = useForm<DecisionValues>({
    initial: NO_DECISION,
    validate: (values) => decisionFaults(values, seen, (key) => t(`fault.${key}`)),
    submit: () => Promise.resolve(setAsking(true)),
  });
  const { outcome } = form.values;
  const isVote = seen.panel !== null;
  const choice = outcome === '' ? 'approved' : outcome;
  const verb = isVote ? `vote${choice.charAt(0).toUpperCase()}${choice.slice(1)}` : choice;
  const say = isVote ? 'ballot' : 'decision';

  const choose = (chosen: DecisionValues['outcome']) => {
    form.set('outcome', chosen);
    // Its fields come with the choice.
    requestAnimationFrame(() => focusField('reasonCodes'));
  };
  useShortcuts(t('keys.decision'), [
    { keys: '1', label: t('keys.approve'), run: () => choose('approved') },
    { keys: '2', label: t('keys.reject'), run: () => choose('rejected') },
    { keys: 'c', label: t('keys.note'), run: () => focusField('note') },
    {
      keys: 'g q',
      label: t('keys.backToList'),
      run: () => void navigate({ to: '/review', search: readQueueSearch }),
    },
  ]);

  async function send() {
    let isDecided = true;
    try {
      if (isVote) isDecided = (await castVote(seen.id, voteBody(form.values, seen))).decisionId !== null;
      else await decide(seen, decisionBody(form.values, seen));
    } finally {
      await queryClient.invalidateQueries({ queryKey: ['review'] });
    }
    toast.good(isVote ? t(isDecided ? 'ballot.decided' : 'ballot.cast') : t(`decision.done.${choice}`));
    if (!isDecided) {
      return navigate({
        to: '/review/$applicationId',
        params: { applicationId: seen.id },
        search: readQueueSearch,
      });
    }
    await navigate({ to: '/applications/$applicationId/decision', params: { applicationId: seen.id } });
  }

  return (
    <form onSubmit={form.onSubmit} noValidate>
      {notice}
      <ErrorSummary form={form} />
      <RadioField
        {...form.field('outcome')}
        label={t(isVote ? 'field.vote' : 'field.outcome')}
        choices={[
          { value: 'approved', label: t('outcome.approved'), hint: approvalHint(openLines(seen).length) },
          { value: 'rejected', label: t('outcome.rejected'), hint: t('outcome.rejectedHint') },
          ...(isVote
            ? [{ value: 'abstained', label: t('outcome.abstained'), hint: t('outcome.abstainedHint') }]
            : []),
        ]}
      />
      {outcome !== '' && <DecisionFields form={form} seen={seen} />}
      {outcome !== '' && outcome !== 'abstained' && <DecisionLetter seen={seen} values={form.values} />}
      <Group gap="sm" mt="xl">
        <PendingButton isPending={form.isPending} color={outcome === 'rejected' ? 'red' : undefined}>
          {outcome === '' ? t(isVote ? 'actions.vote' : 'actions.decide') : t(`actions.${verb}`)}
        </PendingButton>
        {back}
      </Group>
      <ConfirmDialog
        isOpen={isAsking}
        title={t(`${say}.ask.${choice}`, { reference: seen.reference })}
        verb={t(`actions.${verb}`)}
        isDangerous={outcome === 'rejected'}
        onConfirm={send}
        onClose={() => setAsking(false)}
      >
        <p>{t(`${say}.final`)}</p>
      </ConfirmDialog>
    </form>
  );

  function approvalHint(open: number): string {
    return open === 0 ? t('outcome.approvedHint') : t('outcome.approvedWaiver', { count: open });
  }
}
