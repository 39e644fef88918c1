import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { formatNumber } from '../../ui/format';
import { StatusTag } from '../../ui/status-tag';
import { stateTone } from './list-figures';
import { ListProgress } from './list-progress';
import { ACTS, discardList, type ListDetail, listQuery } from './lists.api';
import classes from './lists.module.css';

type Act = keyof typeof ACTS | 'discard';

/** Where a list stands, in one look, with what can be done about it. */
export function ListState({ list }: { list: ListDetail }) {
  const { t } = useTranslation('verification-lists');
  const [asked, setAsked] = useState<Act | null>(null);
  const language = currentLanguage();
  const people = formatNumber(list.rows, language);
  const isReady = list.state === 'draft' && list.rows > 0;
  const unanswered = list.results
    .filter(({ result }) => result === 'unavailable' || result === 'refused')
    .reduce((sum, { count }) => sum + count, 0);
  return (
    <section className={classes.state} aria-label={t('column.state')}>
      <div role="status">
        <StatusTag tone={stateTone(list.state)} size="lg">
          {t(`state.${list.state}`)}
        </StatusTag>
        <p>
          {t(`says.${list.state}`, { people, faults: formatNumber(list.errors, language) })}
          {list.erasedAt && <> {t('says.erased')}</>}
        </p>
      </div>
      {list.state !== 'draft' && list.state !== 'refused' && <ListProgress list={list} />}
      <Group gap="sm">
        {isReady && <Button onClick={() => setAsked('start')}>{t('actions.start', { people })}</Button>}
        {list.state === 'running' && (
          <Button variant="default" onClick={() => setAsked('cancel')}>
            {t('actions.cancel')}
          </Button>
        )}
        {list.state === 'cancelled' && !list.erasedAt && (
          <Button onClick={() => setAsked('resume')}>{t('actions.resume')}</Button>
        )}
        {list.state === 'finished' && unanswered > 0 && !list.erasedAt && (
          <Button variant="default" onClick={() => setAsked('repeat')}>
            {t('actions.repeat', { people: formatNumber(unanswered, language) })}
          </Button>
        )}
        {(list.state === 'draft' || list.state === 'refused') && (
          <Button variant="default" onClick={() => setAsked('discard')}>
            {t('actions.discard')}
          </Button>
        )}
      </Group>
      {asked && <AskAct act={asked} list={list} onClose={() => setAsked(null)} />}
    </section>
  );
}

function AskAct({ act, list, onClose }: { act: Act; list: ListDetail; onClose: () => void }) {
  const { t } = useTranslation('verification-lists');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const carryOut = async () => {
    if (act === 'discard') {
      await discardList(list.id);
      await navigate({ to: '/verification-lists' });
      queryClient.removeQueries({ queryKey: ['verification-lists', 'one', list.id] });
      return;
    }
    try {
      queryClient.setQueryData(listQuery(list.id).queryKey, await ACTS[act](list.id));
    } catch (error) {
      // What the refusal speaks of shall be seen behind it.
      void queryClient.invalidateQueries(listQuery(list.id));
      throw error;
    }
    await queryClient.invalidateQueries({ queryKey: ['verification-lists', 'people', list.id] });
  };
  return (
    <ConfirmDialog
      isOpen
      title={t(`ask.${act}.title`, { name: list.name })}
      verb={t(`ask.${act}.verb`)}
      isDangerous={act === 'discard'}
      onConfirm={carryOut}
      onClose={onClose}
    >
      <p>{t(`ask.${act}.text`, { people: formatNumber(list.rows, currentLanguage()) })}</p>
    </ConfirmDialog>
  );
}
