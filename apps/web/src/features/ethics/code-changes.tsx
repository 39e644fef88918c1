import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { StatusTag } from '../../ui/status-tag';
import { type Code, type Marked, changesQuery } from './ethics.api';
import classes from './ethics.module.css';

const TONE = { changed: 'warn', added: 'info', removed: 'bad' } as const;

/** What the edition changes of the one the reader knows: the publisher's words, then each clause with what came and went. */
export function CodeChanges({ code }: { code: Code }) {
  const { t } = useTranslation('ethics');
  const language = currentLanguage();
  const { data } = useQuery({ ...changesQuery(code.id), enabled: code.edition > 1 });
  if (!data?.sinceEdition) return null;
  const changed = data.clauses.filter(({ change }) => change !== 'same');
  const said = language === 'id' ? code.changesId : code.changesEn;
  return (
    <section className={classes.changes} aria-labelledby="changes">
      <h2 id="changes">{t('changes.title', { edition: data.sinceEdition })}</h2>
      {said && <p>{said}</p>}
      {changed.length === 0 && <p>{t('changes.none')}</p>}
      <details>
        <summary>{t('changes.show', { count: changed.length })}</summary>
        {changed.map(({ change, position, positionBefore, heading, words }) => (
          <div key={`${change}-${position}-${positionBefore}`} className={classes.change}>
            <h3>
              {t('clause', { position: position ?? positionBefore })}: {heading[language]}{' '}
              {change !== 'same' && <StatusTag tone={TONE[change]}>{t(`changes.${change}`)}</StatusTag>}
            </h3>
            <p>
              {words[language].map((piece, place) => (
                <Piece key={place} piece={piece} />
              ))}
            </p>
          </div>
        ))}
      </details>
    </section>
  );
}

/** `ins` and `del` are read out by many screen readers; signs say it to those who do not see colour. */
function Piece({ piece: { text, mark } }: { piece: Marked }) {
  if (mark === 'added') return <ins>{text}</ins>;
  if (mark === 'removed') return <del>{text}</del>;
  return <span>{text}</span>;
}
