import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import type { Pair } from './duplicates.api';
import classes from './duplicates.module.css';

/** What each of the two has, kind by kind. */
export function HeldTable({ held }: { held: Pair['held'] }) {
  const { t } = useTranslation('duplicates');
  const language = currentLanguage();
  const words = (lines: readonly string[], count: number): string =>
    lines.length === 0
      ? String(count)
      : lines.length < count
        ? `${lines.join('; ')} … (${count})`
        : lines.join('; ');
  if (held.length === 0) return null;
  return (
    <>
      <h2 className={classes.heading}>{t('pair.held')}</h2>
      <ul className={classes.moves}>
        {held.map((line) => (
          <li key={line.label.id}>
            <strong>{line.label[language]}</strong>
            <span className={classes.under}>
              {t('pair.first')}: {words(line.first, line.firstCount)}
            </span>
            <span className={classes.under}>
              {t('pair.second')}: {words(line.second, line.secondCount)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
