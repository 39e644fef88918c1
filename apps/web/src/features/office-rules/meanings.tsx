import { useTranslation } from 'react-i18next';
import { type Form, SelectField } from '../../ui/form';
import classes from './office-rules.module.css';
import { CHANGES, KINDS, type Proposed, SOURCES_WORD, type StandingValues } from './standing-values';

/** What each change means for whom rests on the credential. Nothing here takes effect by itself. */
export function Meanings({ form }: { form: Form<StandingValues> }) {
  const { t } = useTranslation('office-rules');
  const { meanings } = form.values;
  return (
    <section className={classes.part}>
      <h2>{t('standing.meanings')}</h2>
      <p>{t('standing.meaningsText')}</p>
      <ul className={classes.lines}>
        {CHANGES.map((change) => (
          <li key={change}>
            <fieldset className={classes.line}>
              <legend>{t(`change.${change}`)}</legend>
              {KINDS.map((kind) => (
                <SelectField
                  key={kind}
                  name={`meaning-${change}-${kind}`}
                  label={t(`kind.${kind}`)}
                  empty={t('proposed.none')}
                  value={meanings[change][kind] === 'none' ? '' : meanings[change][kind]}
                  error={undefined}
                  onChange={(value) =>
                    form.set('meanings', {
                      ...meanings,
                      [change]: { ...meanings[change], [kind]: (value || 'none') as Proposed },
                    })
                  }
                  choices={(SOURCES_WORD.includes(change) ? ['review', 'suspension'] : ['review']).map(
                    (value) => ({
                      value,
                      label: t(`proposed.${value}`),
                    }),
                  )}
                />
              ))}
            </fieldset>
          </li>
        ))}
      </ul>
    </section>
  );
}
