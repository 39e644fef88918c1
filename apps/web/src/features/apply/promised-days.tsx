import { useTranslation } from 'react-i18next';
import { DateText } from '../../ui/date-text';
import type { Application } from './apply.api';
import classes from './apply.module.css';

/** Until when each stage of the work is promised to be over, and which one it is now. */
export function PromisedDays({ stages }: { stages: Application['stages'] }) {
  const { t } = useTranslation('apply');
  if (stages.length === 0) return null;
  return (
    <section>
      <h2>{t('promise.title')}</h2>
      <ol className={classes.promises}>
        {stages.map(({ stage, dueOn, state }) => (
          <li key={stage} aria-current={state === 'current' ? 'step' : undefined}>
            <strong>{t(`promise.stage.${stage}`)}</strong>
            <span>
              {state === 'done' ? t('promise.done') : t('promise.until')}{' '}
              {state !== 'done' && <DateText value={dueOn} />}
              {state === 'current' && ` · ${t('promise.now')}`}
            </span>
          </li>
        ))}
      </ol>
      <p className={classes.quiet}>{t('promise.hint')}</p>
    </section>
  );
}
