import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { DateTimeText } from '../../ui/date-text';
import { ErrorState } from '../../ui/error-state';
import { formatNumber } from '../../ui/format';
import { TextLink } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { StatusTag } from '../../ui/status-tag';
import { SummaryList } from '../../ui/summary-list';
import { AnswerComparison } from './answer-comparison';
import { resultTone } from './list-figures';
import { type Answer, listQuery, personQuery, type Result } from './lists.api';
import classes from './lists.module.css';

const route = getRouteApi('/verification-lists/$listId/people/$rowId');

/** One person of a list: what every source was asked, what it said, and why that came out. */
export function PersonPage() {
  const { t } = useTranslation('verification-lists');
  const { listId, rowId } = route.useParams();
  const list = useQuery(listQuery(listId));
  const { data: person, error, refetch } = useQuery(personQuery(listId, rowId));
  if (error && !person) return <ErrorState asPage error={error} onRetry={() => void refetch()} />;
  if (!person) return <LoadingState lines={8} />;
  const row = formatNumber(person.row, currentLanguage());
  const text = (value: string | null) => (value ? <bdi className={classes.long}>{value}</bdi> : null);
  return (
    <>
      <PageTitle
        title={person.name || t('person.erased', { row })}
        above={
          <TextLink to="/verification-lists/$listId" params={{ listId }}>
            {list.data?.name ?? t('title')}
          </TextLink>
        }
      />
      <section className={classes.state} aria-label={t('column.result')}>
        <StatusTag tone={resultTone(person.result)} size="lg">
          {t(`result.${person.result}`)}
        </StatusTag>
        <p>{t(`means.${person.result}`)}</p>
      </section>
      <section aria-labelledby="answers" className={classes.part}>
        <h2 id="answers">{t('person.answers')}</h2>
        <ul className={classes.answers}>
          {person.answers.map((answer) => (
            <OneAnswer key={answer.id} answer={answer} />
          ))}
        </ul>
      </section>
      <SummaryList
        title={t('person.facts')}
        rows={[
          { key: 'number', label: t('field.number'), value: text(person.number) },
          { key: 'birth', label: t('field.birth_date'), value: person.birthDate },
          { key: 'authority', label: t('field.authority'), value: text(person.authority) },
          { key: 'profession', label: t('field.profession'), value: text(person.profession) },
          { key: 'until', label: t('field.valid_until'), value: person.validUntil },
          { key: 'row', label: t('column.row'), value: row },
        ]}
      />
    </>
  );
}

function OneAnswer({ answer }: { answer: Answer }) {
  const { t } = useTranslation('verification-lists');
  const language = currentLanguage();
  const result = resultOf(answer);
  return (
    <li>
      <div className={classes.head}>
        <strong>{answer.sourceName[language]}</strong>
        <StatusTag tone={resultTone(result)}>{t(`result.${result}`)}</StatusTag>
      </div>
      {answer.reasons.length > 0 && (
        <ul className={classes.reasons}>
          {answer.reasons.map(({ code, text }) => (
            <li key={code}>{text[language]}</li>
          ))}
        </ul>
      )}
      {answer.endedAt && (
        <p className={classes.quiet}>
          {t('person.checked')} <DateTimeText value={answer.endedAt} />
          {answer.sourceVersion && <> · {answer.sourceVersion}</>}
        </p>
      )}
      <AnswerComparison answer={answer} />
    </li>
  );
}

function resultOf({ runState, outcome }: Answer): Result {
  if (runState === 'queued' || runState === 'running') return 'waiting';
  return runState === 'ran' ? (outcome ?? 'partial') : runState;
}
