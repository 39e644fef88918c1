import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { useSession } from '../../app/session';
import { DateText } from '../../ui/date-text';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { RadioField } from '../../ui/form';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { type Code, codeQuery } from './ethics.api';
import { MissingList } from './missing-list';
import { PublishDialog } from './publish-dialog';
import classes from './ethics.module.css';

const route = getRouteApi('/office/code');

/** For who publishes the code: the edition in force, who has not acknowledged it, and the next edition. */
export function EthicsOfficePage() {
  const { t } = useTranslation('ethics');
  const session = useSession();
  const navigate = useNavigate();
  const search = route.useSearch();
  const groups = (session?.powers ?? []).filter(({ power }) => power === 'ethics.publish');
  const groupId = (groups.find((held) => held.groupId === search.group) ?? groups[0])?.groupId;
  const { data, error, refetch } = useQuery({ ...codeQuery(groupId ?? ''), enabled: groupId !== undefined });
  if (groupId === undefined) {
    return (
      <>
        <PageTitle title={t('office.title')} />
        <EmptyState kind="no-permission" title={t('office.noPower')} text={t('office.noPowerText')} />
      </>
    );
  }
  return (
    <>
      <PageTitle title={t('office.title')} lead={t('office.lead')} page={search.page} />
      {groups.length > 1 && (
        <RadioField
          name="group"
          label={t('office.group')}
          value={groupId}
          error={undefined}
          onChange={(group) => void navigate({ to: '/office/code', search: { group } })}
          choices={groups.map((held) => ({ value: held.groupId, label: held.groupName }))}
        />
      )}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={4} />}
      {data && <Edition key={data.id} code={data} groupId={groupId} />}
    </>
  );
}

function Edition({ code, groupId }: { code: Code; groupId: string }) {
  const { t } = useTranslation('ethics');
  const search = route.useSearch();
  const [isPublishing, setPublishing] = useState(false);
  return (
    <>
      <section className={classes.edition} aria-labelledby="edition">
        <h2 id="edition">
          {currentLanguage() === 'id' ? code.titleId : code.titleEn},{' '}
          {t('office.edition', { edition: code.edition })}
        </h2>
        <p>
          {t('published')} <DateText value={code.publishedAt} />
          {code.acknowledgeBy && (
            <>
              {' · '}
              {t('by')} <DateText value={code.acknowledgeBy} />
            </>
          )}
        </p>
        <Button onClick={() => setPublishing(true)}>{t('actions.next')}</Button>
      </section>
      <MissingList code={code} search={search} />
      {isPublishing && <PublishDialog code={code} groupId={groupId} onClose={() => setPublishing(false)} />}
    </>
  );
}
