import { currentLanguage } from '../../app/language';
import type { Suspicion } from './duplicates.api';
import classes from './duplicates.module.css';

/** Why two people may be one, and what speaks against it, in words. */
export function ReasonList({ reasons }: { reasons: Suspicion['reasons'] }) {
  const language = currentLanguage();
  return (
    <ul className={classes.reasons}>
      {reasons.map(({ code, text }) => (
        <li key={code}>{text[language]}</li>
      ))}
    </ul>
  );
}
