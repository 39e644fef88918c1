import { useTranslation } from 'react-i18next';
import { useText } from '../apply/use-text';
import type { OpenedDisclosure } from './disclosures.api';
import classes from './disclosures.module.css';

/** What was disclosed, for an officer who opened it. */
export function Opened({ opened }: { opened: OpenedDisclosure }) {
  const { t } = useTranslation('disclosures');
  const { said } = useText();
  return (
    <div className={classes.opened}>
      {opened.text !== '' && <p className={classes.words}>{opened.text}</p>}
      {opened.answers.length > 0 && (
        <dl>
          {opened.answers.map(({ question, yes, explanation }) => (
            <div key={question.en}>
              <dt>{said(question)}</dt>
              <dd>
                <strong>{t(yes ? 'answer.yes' : 'answer.no')}</strong>
                {explanation !== '' && <p className={classes.words}>{explanation}</p>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {opened.evidence.length > 0 && (
        <ul>
          {opened.evidence.map(({ id, name }) => (
            <li key={id}>
              <a href={`/api/files/${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
