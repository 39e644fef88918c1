import { Button, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { Dialog } from '../../ui/dialog';
import { ErrorSummary, TextAreaField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { StatusTag } from '../../ui/status-tag';
import { toast } from '../../ui/toast';
import { type GroupSource, decideUse, groupSourcesQuery } from './source-health.api';
import classes from './source-health.module.css';

interface GroupSourceLineProps {
  source: GroupSource;
  groupId: string;
  groupName: string;
}

/** Whether the group uses one source, whose word that is, and the change of it. */
export function GroupSourceLine({ source, groupId, groupName }: GroupSourceLineProps) {
  const { t } = useTranslation('source-health');
  const language = currentLanguage();
  const [isAsking, setAsking] = useState(false);
  const { used, decidedBy } = source;
  const by = decidedBy && (language === 'id' ? decidedBy.nameId : decidedBy.nameEn);
  const act = used ? 'stop' : 'start';
  const word = used ? 'used' : 'unused';
  const verb = t(`use.${act}.verb`);
  return (
    <li className={classes.source} data-source={source.id}>
      <div className={classes.head}>
        <div>
          <h3>{source.name[language]}</h3>
          <p className={classes.small}>{by ? t('use.decidedBy', { group: by }) : t('use.usual')}</p>
        </div>
        <div className={classes.act}>
          <StatusTag tone={used ? 'good' : 'info'}>{t(`use.word.${word}`)}</StatusTag>
          <Button
            variant="default"
            size="sm"
            aria-label={`${verb}: ${source.name[language]}`}
            onClick={() => setAsking(true)}
          >
            {verb}
          </Button>
        </div>
      </div>
      {isAsking && (
        <UseDialog
          source={source}
          groupId={groupId}
          groupName={groupName}
          verb={verb}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}

interface UseDialogProps extends GroupSourceLineProps {
  verb: string;
  onClose: () => void;
}

/** Says what will follow, and asks why. */
function UseDialog({ source, groupId, groupName, verb, onClose }: UseDialogProps) {
  const { t } = useTranslation('source-health');
  const queryClient = useQueryClient();
  const act = source.used ? 'stop' : 'start';
  const form = useForm<{ reason: string }>({
    initial: { reason: '' },
    validate: ({ reason }) => ({ reason: reason.trim() ? undefined : t('use.fault') }),
    submit: async ({ reason }) => {
      await decideUse(groupId, source.id, { used: !source.used, reason: reason.trim() });
      // Groups below follow this word: their lists are read again as well.
      await queryClient.invalidateQueries({ queryKey: groupSourcesQuery(groupId).queryKey.slice(0, 1) });
      toast.good(t(`use.${act}.done`));
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(`use.${act}.title`, { source: source.name[currentLanguage()], group: groupName })}
    >
      <form onSubmit={form.onSubmit} noValidate>
        <Stack gap="lg" align="stretch">
          <p>{t(`use.${act}.text`, { group: groupName })}</p>
          <ErrorSummary form={form} />
          <TextAreaField
            {...form.field('reason')}
            label={t('use.reason')}
            hint={t('use.reasonHint')}
            limit={2_000}
          />
          <PendingButton isPending={form.isPending}>{verb}</PendingButton>
        </Stack>
      </form>
    </Dialog>
  );
}
