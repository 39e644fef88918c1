import {
  IconCalendarX,
  IconCircleCheckFilled,
  IconCircleXFilled,
  IconPlayerPauseFilled,
  IconSearchOff,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { DateTimeText } from '../../ui/date-text';
import { useDocumentTitle } from '../../ui/page-title';
import type { Check } from './check.api';
import classes from './check.module.css';

const ICON = {
  valid: IconCircleCheckFilled,
  expired: IconCalendarX,
  revoked: IconCircleXFilled,
  suspended: IconPlayerPauseFilled,
  not_found: IconSearchOff,
};

/** The answer in one look: icon, word and colour, then whose it is. */
export function Verdict({ check }: { check: Check }) {
  const { t } = useTranslation('check');
  const language = currentLanguage();
  const { state, statement } = check;
  const Icon = ICON[state];
  const word = t(`state.${state}`);
  useDocumentTitle(statement ? `${word}: ${statement.personName}` : word);
  return (
    <header className={classes.verdict} data-state={state}>
      <Icon className={classes.icon} size={56} aria-hidden />
      <div>
        <h1 tabIndex={-1}>{word}</h1>
        <p className={classes.sentence}>
          {t(`sentence.${state}`, { kind: statement ? t(`kind.${statement.kind}`) : '' })}
        </p>
        {check.reasons.map((reason) => (
          <p key={reason.code} className={classes.sentence}>
            {reason.text[language]}
          </p>
        ))}
        <p className={classes.moment}>
          {t('checked')} <DateTimeText value={check.checkedAt} />
        </p>
      </div>
    </header>
  );
}
