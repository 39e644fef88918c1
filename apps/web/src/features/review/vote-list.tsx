import { useTranslation } from 'react-i18next';
import { DateTimeText } from '../../ui/date-text';
import { StatusTag, type Tone } from '../../ui/status-tag';
import type { Rule, Vote } from './review.api';
import classes from './review.module.css';

const TONE: Readonly<Record<Vote['vote'], Tone>> = { approve: 'good', reject: 'bad', abstain: 'waiting' };

/** Votes with who cast them, when and why. */
export function VoteList({ votes, label }: { votes: readonly Vote[]; label: string }) {
  const { t } = useTranslation('review');
  return (
    <ul className={classes.votes} aria-label={label}>
      {votes.map((vote) => (
        <li key={vote.personId}>
          <span>
            <strong>{vote.fullName}</strong>
            <span className={classes.under}>
              <DateTimeText value={vote.castAt} />
            </span>
            {vote.note !== '' && <span className={classes.voteNote}>{vote.note}</span>}
          </span>
          <StatusTag tone={TONE[vote.vote]}>{t(`panel.vote.${vote.vote}`)}</StatusTag>
        </li>
      ))}
    </ul>
  );
}

/** How the rule wants votes counted, in a sentence. */
export function VotingRule({ rule }: { rule: Rule }) {
  const { t } = useTranslation('review');
  const { kind, size, quorum, majority, onRecusal } = rule;
  return (
    <p className={classes.hint}>
      {t(`panel.rule.${kind}`, { size, quorum, majority: majority ? t(`panel.majority.${majority}`) : '' })}
      {onRecusal && ` ${t(`panel.onRecusal.${onRecusal}`)}`}
    </p>
  );
}
