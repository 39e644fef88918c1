import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DateText } from '../../ui/date-text';
import type { Application } from './apply.api';
import classes from './apply.module.css';
import { useText } from './use-text';

/** What the group asked to correct, item by item; everything else stays as it was sent (UX 17). */
export function CorrectionNotes({ application }: { application: Application }) {
  const { t } = useTranslation('apply');
  const { said } = useText();
  const items = [
    ...(application.details.note === null
      ? []
      : [{ title: t('details.title'), note: application.details.note }]),
    ...application.tasks.flatMap(({ requirement, note }) =>
      note === null ? [] : [{ title: said(requirement.title), note }],
    ),
  ];
  return (
    <section className={classes.corrections} aria-labelledby="corrections">
      <h2 id="corrections">
        <IconAlertTriangle size={22} aria-hidden /> {t('correction.title')}
      </h2>
      <p>
        {t('correction.text')}
        {application.answerBy && (
          <strong>
            {' '}
            {t('correction.answerBy')} <DateText value={application.answerBy} />.
          </strong>
        )}
      </p>
      <ul>
        {items.map(({ title, note }) => (
          <li key={title}>
            <strong>{title}</strong>: {note}
          </li>
        ))}
      </ul>
    </section>
  );
}
