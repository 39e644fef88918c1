import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { holds, useSession } from '../../app/session';
import { type Column, DataTable } from '../../ui/data-table';
import { DateText } from '../../ui/date-text';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { LinkButton, TextLink } from '../../ui/links';
import { PageTitle } from '../../ui/page-title';
import { CertificateState } from './certificate-state';
import { type IssuedLine, issuedQuery } from './certificates.api';
import { IssuedFilter, useAppliedFilters } from './issued-filter';

const route = getRouteApi('/office/certificates');

/** The certificates that an officer's groups have issued, to find one by name or code and correct or revoke it. */
export function IssuedPage() {
  const { t } = useTranslation('certificates');
  const search = route.useSearch();
  const session = useSession();
  const isAllowed = holds(session, 'certificates.issue');
  const { data, error, refetch } = useQuery({ ...issuedQuery(search), enabled: isAllowed });
  const applied = useAppliedFilters(search);
  const columns = useColumns();
  if (session && !isAllowed) {
    return (
      <>
        <PageTitle title={t('issued.title')} />
        <EmptyState kind="no-permission" title={t('issued.noPower')} text={t('issued.noPowerText')} />
      </>
    );
  }
  return (
    <>
      <PageTitle title={t('issued.title')} lead={t('issued.lead')} page={search.page} />
      <IssuedFilter key={JSON.stringify(search)} search={search} applied={applied} />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable<IssuedLine>
          caption={t('issued.title')}
          columns={columns}
          rows={data?.items}
          rowKey={(row) => row.id}
          page={data?.page ?? 1}
          pageSize={data?.pageSize ?? 20}
          total={data?.total ?? 0}
          empty={
            applied.length > 0 ? (
              <EmptyState
                kind="no-match"
                title={t('issued.noMatch')}
                text={t('issued.noMatchText', {
                  filters: applied.map(({ label, value }) => `${label}: ${value}`).join(' · '),
                })}
                action={
                  <LinkButton to="/office/certificates" variant="default" mt="sm">
                    {t('issued.actions.showAll')}
                  </LinkButton>
                }
              />
            ) : (
              <EmptyState kind="nothing-yet" title={t('issued.nothing')} text={t('issued.nothingText')} />
            )
          }
        />
      )}
    </>
  );
}

function useColumns(): Column<IssuedLine>[] {
  const { t } = useTranslation('certificates');
  const language = currentLanguage();
  return [
    {
      key: 'name',
      header: t('field.name'),
      cell: (row) => (
        <TextLink to="/certificates/$id" params={{ id: row.id }}>
          <bdi>{row.recipientName}</bdi>
        </TextLink>
      ),
    },
    { key: 'title', header: t('column.title'), cell: (row) => row.title[language] },
    { key: 'code', header: t('column.code'), cell: (row) => row.code },
    {
      key: 'issued',
      header: t('field.issued'),
      cell: (row) => <DateText value={row.issuedAt} style="short" />,
    },
    { key: 'state', header: t('filter.state'), cell: (row) => <CertificateState state={row.state} /> },
  ];
}
