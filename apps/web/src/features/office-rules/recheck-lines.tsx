import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { CheckField, type Form, SelectField, TextField } from '../../ui/form';
import type { NamedSource } from './office-rules.api';
import classes from './office-rules.module.css';
import { KINDS, type RecheckLine, type StandingValues } from './standing-values';

interface RecheckLinesProps {
  form: Form<StandingValues>;
  sources: readonly NamedSource[];
}

/** How often what is asked again; of several lines that fit, the first counts. */
export function RecheckLines({ form, sources }: RecheckLinesProps) {
  const { t } = useTranslation('office-rules');
  const { lines } = form.values;
  const change = (at: number, changed: Partial<RecheckLine>) =>
    form.set(
      'lines',
      lines.map((line, place) => (place === at ? { ...line, ...changed } : line)),
    );
  const add = () =>
    form.set('lines', [
      {
        key: `added-${lines.length}-${Date.now()}`,
        kind: 'licence',
        source: '*',
        days: '30',
        atExpiry: false,
      },
      ...lines,
    ]);
  return (
    <section className={classes.part}>
      <h2>{t('standing.rechecks')}</h2>
      <p>{t('standing.rechecksText')}</p>
      <Button variant="default" mb="md" onClick={add}>
        {t('standing.addLine')}
      </Button>
      <ol className={classes.lines}>
        {lines.map((line, at) => (
          <li key={line.key}>
            <Line
              line={line}
              at={at}
              sources={sources}
              error={form.faults.find(({ field }) => field === `rechecks.${at}`)?.message}
              onChange={(changed) => change(at, changed)}
              onRemove={() =>
                form.set(
                  'lines',
                  lines.filter(({ key }) => key !== line.key),
                )
              }
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface LineProps {
  line: RecheckLine;
  at: number;
  sources: readonly NamedSource[];
  error: string | undefined;
  onChange: (changed: Partial<RecheckLine>) => void;
  onRemove: () => void;
}

function Line({ line, at, sources, error, onChange, onRemove }: LineProps) {
  const { t } = useTranslation('office-rules');
  const named = sources.map(({ id, name }) => ({ value: id, label: name[currentLanguage()] }));
  return (
    <fieldset className={classes.line}>
      <legend>{t('standing.line', { place: at + 1 })}</legend>
      <SelectField
        name={`kind-${at}`}
        label={t('standing.kind')}
        empty={t('any')}
        value={line.kind === '*' ? '' : line.kind}
        error={undefined}
        onChange={(kind) => onChange({ kind: KINDS.find((one) => one === kind) ?? '*' })}
        choices={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <SelectField
        name={`source-${at}`}
        label={t('standing.source')}
        empty={t('any')}
        value={line.source === '*' ? '' : line.source}
        error={undefined}
        onChange={(source) => onChange({ source: source || '*' })}
        choices={named}
      />
      <TextField
        name={`rechecks.${at}`}
        label={t('standing.everyDays')}
        inputMode="numeric"
        width={6}
        value={line.days}
        error={error}
        onChange={(days) => onChange({ days })}
      />
      <CheckField
        name={`expiry-${at}`}
        label={t('standing.atExpiry')}
        value={line.atExpiry}
        error={undefined}
        onChange={(atExpiry) => onChange({ atExpiry })}
      />
      <Button
        variant="subtle"
        size="sm"
        onClick={onRemove}
        aria-label={t('standing.removeLineOf', { place: at + 1 })}
      >
        {t('standing.removeLine')}
      </Button>
    </fieldset>
  );
}
