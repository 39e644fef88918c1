import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Case } from './review.api';
import classes from './review.module.css';
import { VoteList, VotingRule } from './vote-list';

/** How the votes stand where the rule wants more than one officer: who voted what and why, and who still has to. */
export function CasePanel({ shown }: { shown: Case }) {
  const { t } = useTranslation('review');
  const { panel } = shown;
  if (!panel) return null;
  const { approve, reject, abstain, outstanding, recused, obstacle } = panel;
  return (
    <section className={classes.part}>
      <h2>{t('panel.title')}</h2>
      <VotingRule rule={shown.decisionRule} />
      <p>
        <strong>{t('panel.counts', { approve, reject, abstain })}</strong>{' '}
        {t('panel.outstanding', { count: outstanding })}
        {recused > 0 && ` ${t('panel.recused', { count: recused })}`}
      </p>
      {obstacle && (
        <Alert color="yellow" mb="md">
          {t(`panel.obstacle.${obstacle}`)}
        </Alert>
      )}
      {panel.outcome && (
        <Alert color="blue" mb="md">
          {t('panel.settled')}
        </Alert>
      )}
      {panel.votes.length > 0 && <VoteList votes={panel.votes} label={t('panel.votes')} />}
      {panel.lapsed.length > 0 && (
        <>
          <h3>{t('panel.lapsed')}</h3>
          <p className={classes.hint}>{t('panel.lapsedHint')}</p>
          <VoteList votes={panel.lapsed} label={t('panel.lapsed')} />
        </>
      )}
      <h3>{t('panel.waiting')}</h3>
      {panel.waiting.length === 0 ? (
        <p className={classes.hint}>{t('panel.nobodyWaiting')}</p>
      ) : (
        <ul>
          {panel.waiting.map(({ personId, fullName }) => (
            <li key={personId}>{fullName}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
