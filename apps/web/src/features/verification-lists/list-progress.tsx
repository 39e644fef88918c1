import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { formatNumber, formatTime } from '../../ui/format';
import { timeLeft } from './list-figures';
import type { ListDetail } from './lists.api';
import classes from './lists.module.css';

/** How far a list is: n of m people, at which pace, how long still, and which source keeps it waiting. */
export function ListProgress({ list }: { list: ListDetail }) {
  const { t } = useTranslation('verification-lists');
  const language = currentLanguage();
  const words = t('progress.people', {
    done: formatNumber(list.done, language),
    all: formatNumber(list.rows, language),
  });
  const left = timeLeft(list.secondsLeft);
  const held = list.sources.filter(({ open, heldUntil }) => open > 0 && heldUntil !== null);
  return (
    <div className={classes.progress}>
      <p>{words}</p>
      <progress aria-label={t('progress.label')} value={list.done} max={Math.max(1, list.rows)} />
      {list.state === 'running' && (
        <p className={classes.quiet}>
          {list.perMinute === null
            ? t('progress.noPace')
            : t('progress.pace', { perMinute: formatNumber(list.perMinute, language) })}
          {left && <> {t(`progress.left.${left.unit}`, { count: left.count })}</>}
        </p>
      )}
      {list.state === 'running' &&
        held.map(({ source, sourceName, open, heldUntil }) => (
          <p key={source} className={classes.held}>
            {t('progress.held', {
              source: sourceName[language],
              open: formatNumber(open, language),
              time: formatTime(heldUntil ?? '', language),
            })}
          </p>
        ))}
    </div>
  );
}
