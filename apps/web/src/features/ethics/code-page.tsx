import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { DateText, DateTimeText } from '../../ui/date-text';
import { ErrorState } from '../../ui/error-state';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { StatusTag } from '../../ui/status-tag';
import { AcknowledgeForm } from './acknowledge-form';
import { CodeChanges } from './code-changes';
import { ClauseText } from './clause-text';
import { type Code, codeQuery } from './ethics.api';
import classes from './ethics.module.css';

const route = getRouteApi('/groups/$groupId/code');

/** The code of ethics that is current for a group, clause by clause in the reader's language; acknowledged at its end. */
export function CodePage() {
  const { groupId } = route.useParams();
  const { data, error, refetch } = useQuery(codeQuery(groupId));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} asPage />;
  if (!data) return <LoadingState lines={10} />;
  return <Reading code={data} />;
}

function Reading({ code }: { code: Code }) {
  const { t } = useTranslation('ethics');
  const isIndonesian = currentLanguage() === 'id';
  const own = code.acknowledgement;
  const preamble = isIndonesian ? code.preambleId : code.preambleEn;
  return (
    <div className={classes.reading}>
      <PageTitle
        title={isIndonesian ? code.titleId : code.titleEn}
        above={t('edition', { edition: code.edition })}
      />
      <p className={classes.published}>
        {t('published')} <DateText value={code.publishedAt} />
      </p>
      {own && (
        <div className={classes.done}>
          <StatusTag tone="good">{t('done.title')}</StatusTag>
          <span>
            <DateTimeText value={own.acknowledgedAt} /> · {t(`language.${own.language}`)}
          </span>
        </div>
      )}
      {!own && code.acknowledgeBy && (
        <p className={classes.done}>
          <StatusTag tone="warn">{t('by')}</StatusTag> <DateText value={code.acknowledgeBy} />
        </p>
      )}
      <CodeChanges code={code} />
      {preamble && <p className={classes.preamble}>{preamble}</p>}
      {own ? (
        code.clauses.map((clause) => <ClauseText key={clause.id} clause={clause} />)
      ) : (
        <AcknowledgeForm key={code.id} code={code} />
      )}
      <p className={classes.hash}>
        {t('hash')} <span>{code.textHash}</span>
      </p>
    </div>
  );
}
