import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import type { Preview } from './duplicates.api';
import classes from './duplicates.module.css';

/** Everything that a merge would move, what stays where it is, and why it cannot be done. */
export function MergeMoves({ preview }: { preview: Preview }) {
  const { t } = useTranslation('duplicates');
  const language = currentLanguage();
  return (
    <>
      {preview.refusals.length > 0 && (
        <Alert color="red" role="alert" mt="lg">
          <h3 className={classes.heading}>{t('merge.refused')}</h3>
          <ul className={classes.reasons}>
            {preview.refusals.map(({ text }) => (
              <li key={text.id}>{text[language]}</li>
            ))}
          </ul>
        </Alert>
      )}
      <h3 className={classes.heading}>{t('merge.moves')}</h3>
      {preview.parts.length === 0 && <p>{t('merge.movesNothing')}</p>}
      <ul className={classes.moves}>
        {preview.parts.map((part) => (
          <li key={part.label.id}>
            <strong>{part.label[language]}</strong>
            {part.movingCount > 0 && (
              <span className={classes.under}>
                {part.way === 'follows'
                  ? t('merge.follow', { count: part.movingCount })
                  : t('merge.move', { count: part.movingCount })}
                {part.moving.length > 0 && `: ${part.moving.join('; ')}`}
              </span>
            )}
            {part.restingCount > 0 && (
              <span className={classes.under}>
                {t('merge.rest', { count: part.restingCount })}
                {part.resting.length > 0 && `: ${part.resting.join('; ')}`}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
