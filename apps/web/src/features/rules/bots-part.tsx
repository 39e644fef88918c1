import { Button, Group } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { StatusTag } from '../../ui/status-tag';
import { toast } from '../../ui/toast';
import { BotDialog } from './bot-dialog';
import { type Bot, botsQuery, publishBotRule } from './rules.api';
import classes from './rules.module.css';

type Acting = { bot: Bot; act: 'set' | 'stop' };

/** The bots of the groups whose rules one may change: what each may do, and how it is switched off at once. */
export function BotsPart() {
  const { t } = useTranslation('rules');
  const queryClient = useQueryClient();
  const [acting, setActing] = useState<Acting | null>(null);
  const { data } = useQuery(botsQuery);
  if (!data || data.length === 0) return null;
  const close = () => setActing(null);
  return (
    <section className={classes.part} aria-labelledby="bots">
      <h2 id="bots">{t('bots.title')}</h2>
      <p>{t('bots.lead')}</p>
      <ul className={classes.list}>
        {data.map((bot) => (
          <li key={bot.groupId}>
            <BotLine bot={bot} onAct={(act) => setActing({ bot, act })} />
          </li>
        ))}
      </ul>
      {acting?.act === 'set' && <BotDialog bot={acting.bot} group={groupOf(acting.bot)} onClose={close} />}
      <ConfirmDialog
        isOpen={acting?.act === 'stop'}
        title={t('bots.stopAsk', { group: acting ? groupOf(acting.bot) : '' })}
        verb={t('actions.stopBot')}
        isDangerous
        onConfirm={async () => {
          if (acting) await publishBotRule(acting.bot, { approves: false, reason: t('bots.stopped') });
          await queryClient.invalidateQueries({ queryKey: botsQuery.queryKey });
          toast.good(t('bots.saved'));
        }}
        onClose={close}
      >
        <p>{t('bots.stopText')}</p>
      </ConfirmDialog>
    </section>
  );
}

/** The group's name in the reader's language. */
function groupOf({ groupNameId, groupNameEn }: Bot): string {
  return currentLanguage() === 'id' ? groupNameId : groupNameEn;
}

function BotLine({ bot, onAct }: { bot: Bot; onAct: (act: Acting['act']) => void }) {
  const { t } = useTranslation('rules');
  const isOn = bot.approves || bot.closes !== null;
  const group = groupOf(bot);
  return (
    <>
      <div className={classes.bot}>
        <strong>{bot.name ?? group}</strong>{' '}
        <StatusTag tone={isOn ? 'good' : 'waiting'}>{t(isOn ? 'bots.on' : 'bots.off')}</StatusTag>
        <p className={classes.quiet}>
          {bot.version === 0
            ? t('bots.never')
            : t('bots.state', { version: bot.version, name: bot.publishedBy, reason: bot.reason })}
          {bot.version > 0 && ` · ${t('bots.decisions', { count: bot.decisions })}`}
        </p>
      </div>
      <Group gap="sm">
        <Button variant="default" aria-label={t('actions.setBotOf', { group })} onClick={() => onAct('set')}>
          {t('actions.setBot')}
        </Button>
        {isOn && (
          <Button
            variant="default"
            color="red"
            aria-label={t('actions.stopBotOf', { group })}
            onClick={() => onAct('stop')}
          >
            {t('actions.stopBot')}
          </Button>
        )}
      </Group>
    </>
  );
}
