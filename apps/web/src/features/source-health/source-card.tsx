import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { DateTimeText } from '../../ui/date-text';
import { formatNumber } from '../../ui/format';
import { StatusTag } from '../../ui/status-tag';
import type { SourceHealth } from './source-health.api';
import classes from './source-health.module.css';

const TONES = { well: 'good', troubled: 'warn', unavailable: 'bad', quiet: 'info' } as const;

/** One source: how it stands in a sentence, then its figures of a day. */
export function SourceCard({ source }: { source: SourceHealth }) {
  const { t } = useTranslation('source-health');
  const language = currentLanguage();
  const number = (value: number) => formatNumber(value, language);
  const seconds = (value: number | null) =>
    value === null ? '–' : t('seconds', { value: number(Math.round(value / 10) / 100) });
  // Who was never asked has never answered: nothing is claimed of it.
  const isQuiet = source.state === 'well' && source.asked === 0 && source.lastAnswerAt === null;
  const state = isQuiet ? 'quiet' : source.state;
  return (
    <li className={classes.source}>
      <div className={classes.head}>
        <h2>{source.name[language]}</h2>
        <StatusTag tone={TONES[state]}>{t(`state.${state}`)}</StatusTag>
      </div>
      {source.state === 'unavailable' && source.since && source.nextTryAt && (
        <p>
          {t('since')} <DateTimeText value={source.since} />. {t('nextTry')}:{' '}
          <DateTimeText value={source.nextTryAt} />.
        </p>
      )}
      <p>{t('waiting', { count: source.waiting })}</p>
      {source.state !== 'well' && source.lastError && <p className={classes.error}>{source.lastError}</p>}
      <dl className={classes.figures}>
        <Figure label={t('figure.asked')} value={number(source.asked)} />
        <Figure label={t('figure.failed')} value={number(source.failed)} />
        <Figure label={t('figure.kept')} value={number(source.kept)} />
        <Figure label={t('figure.average')} value={seconds(source.averageMs)} />
        <Figure label={t('figure.slowest')} value={seconds(source.slowestMs)} />
        {source.cost > 0 && <Figure label={t('figure.cost')} value={number(source.cost)} />}
      </dl>
      {source.lastAnswerAt && (
        <p className={classes.small}>
          {t('lastAnswer')} <DateTimeText value={source.lastAnswerAt} />
        </p>
      )}
    </li>
  );
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
