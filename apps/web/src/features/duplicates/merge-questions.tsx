import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { RadioField } from '../../ui/form';
import type { Choice, Preview } from './duplicates.api';
import classes from './duplicates.module.css';

interface QuestionsProps {
  questions: Preview['questions'];
  /** What the survivor and the merged person are called on this page. */
  names: [string, string];
  /** What was chosen here; it stands at once, before the server has planned anew. */
  choices: readonly Choice[];
  onChoose: (choice: Choice) => void;
}

/** Where the two differ: which of both counts from now on. */
export function Questions({ questions, names: [survivor, merged], choices, onChoose }: QuestionsProps) {
  const { t } = useTranslation('duplicates');
  const language = currentLanguage();
  if (questions.length === 0) return null;
  return (
    <>
      <h3 className={classes.heading}>{t('merge.questions')}</h3>
      {questions.map((question) => (
        <div key={question.key} className={classes.question}>
          <RadioField
            name={question.key}
            value={choices.find(({ key }) => key === question.key)?.keep ?? question.chosen}
            error={undefined}
            onChange={(keep) => onChoose({ key: question.key, keep: keep as Choice['keep'] })}
            label={question.text?.[language] ?? t(`field.${question.key.replace('people.', '')}`)}
            choices={[
              { value: 'survivor', label: `${question.survivor} (${survivor})` },
              { value: 'merged', label: `${question.merged} (${merged})` },
            ]}
          />
        </div>
      ))}
    </>
  );
}
