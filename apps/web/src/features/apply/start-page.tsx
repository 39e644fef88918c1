import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../api/client';
import { useSession } from '../../app/session';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { RadioField } from '../../ui/form';
import { LinkButton } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { PendingButton } from '../../ui/pending-button';
import { type Grade, type Group, groupsQuery, startApplication } from './apply.api';
import classes from './apply.module.css';
import { RequirementWords } from './requirement-words';
import { needsCredential } from './task-status';
import { useText } from './use-text';

const route = getRouteApi('/apply/$slug');

/** Before one begins: who can apply, which documents, the fee, how long, what happens with the data (UX 1). */
export function StartPage() {
  const { t } = useTranslation('apply');
  const { slug } = route.useParams();
  const { data, error, refetch } = useQuery(groupsQuery);
  if (error) return <ErrorState asPage error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState lines={8} />;
  const group = data.find((one) => one.slug === slug);
  if (!group || group.grades.length === 0) {
    return (
      <>
        <PageTitle title={t('start.closed.title')} />
        <EmptyState
          kind="nothing-yet"
          title={t('start.closed.title')}
          text={t('start.closed.text')}
          action={<LinkButton to="/apply">{t('actions.allGroups')}</LinkButton>}
        />
      </>
    );
  }
  return <Start group={group} />;
}

function Start({ group }: { group: Group }) {
  const { t } = useTranslation('apply');
  const { pick } = useText();
  const navigate = useNavigate();
  const search = route.useSearch();
  const grade = group.grades.find(({ code }) => code === search.grade) ?? (group.grades[0] as Grade);
  return (
    <div className={classes.reading}>
      <PageTitle
        above={t(`kind.${group.kind}`)}
        title={t('start.title', { group: pick(group.nameId, group.nameEn) })}
        lead={pick(group.aboutId, group.aboutEn)}
      />
      {group.grades.length > 1 && (
        <RadioField
          name="grade"
          label={t('start.grade')}
          value={grade.code}
          error={undefined}
          choices={group.grades.map((one) => ({ value: one.code, label: pick(one.nameId, one.nameEn) }))}
          onChange={(code) =>
            void navigate({ to: '/apply/$slug', params: { slug: group.slug }, search: { grade: code } })
          }
        />
      )}
      <Facts grade={grade} />
      <Begin group={group} grade={grade} />
    </div>
  );
}

function Facts({ grade }: { grade: Grade }) {
  const { t } = useTranslation('apply');
  const { said } = useText();
  const documents = grade.requirements.filter((requirement) => needsCredential({ requirement }));
  return (
    <>
      <section>
        <h2>{t('start.who')}</h2>
        <ul>
          {grade.requirements.map((requirement) => (
            <li key={requirement.id}>
              <strong>{said(requirement.title)}</strong>: <RequirementWords requirement={requirement} />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('start.documents')}</h2>
        {documents.length === 0 ? (
          <p>{t('start.noDocuments')}</p>
        ) : (
          <ul>
            {documents.map((requirement) => (
              <li key={requirement.id}>{said(requirement.hint)}</li>
            ))}
            <li>{t('start.fileKinds')}</li>
          </ul>
        )}
      </section>
      <section>
        <h2>{t('start.fee')}</h2>
        <p>{t('start.noFee')}</p>
      </section>
      <section>
        <h2>{t('start.duration')}</h2>
        <p>{t('start.durationText', { count: 5 + 5 * grade.requirements.length })}</p>
      </section>
      <section>
        <h2>{t('start.data')}</h2>
        <p>{t('start.dataText')}</p>
      </section>
    </>
  );
}

function Begin({ group, grade }: { group: Group; grade: Grade }) {
  const { t } = useTranslation('apply');
  const session = useSession();
  const navigate = useNavigate();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);

  if (session === null) {
    return (
      <LinkButton size="lg" to="/sign-in" search={{ next: `/apply/${group.slug}?grade=${grade.code}` }}>
        {t('actions.signInToApply')}
      </LinkButton>
    );
  }

  async function begin() {
    setPending(true);
    setError(null);
    try {
      const { id } = await startApplication({ groupId: group.id, gradeId: grade.id });
      await navigate({ to: '/applications/$applicationId', params: { applicationId: id } });
    } catch (refusal) {
      setError(refusal);
    } finally {
      setPending(false);
    }
  }

  const open = error === null ? undefined : asProblem(error).body['applicationId'];
  return (
    <>
      {error !== null && (
        <ErrorState error={error}>
          {typeof open === 'string' && (
            <LinkButton to="/applications/$applicationId" params={{ applicationId: open }}>
              {t('actions.continue')}
            </LinkButton>
          )}
        </ErrorState>
      )}
      <PendingButton type="button" size="lg" isPending={isPending} onClick={() => void begin()}>
        {t('actions.begin')}
      </PendingButton>
    </>
  );
}
