import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { holds, useSession } from '../../app/session';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { SelectField } from '../../ui/form';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { groupsQuery } from '../directory/directory.api';
import { seatsQuery } from './governance.api';
import classes from './governance.module.css';
import { SeatCard } from './seat-card';

const route = getRouteApi('/officers');

/** Who holds which office, until when, and what it may do; those who may appoint do it here. */
export function OfficersPage() {
  const { t } = useTranslation('governance');
  const session = useSession();
  const navigate = useNavigate();
  const { group } = route.useSearch();
  const groups = useQuery(groupsQuery);
  const chosen = group ?? groups.data?.[0]?.id;
  const seats = useQuery({ ...seatsQuery(chosen ?? ''), enabled: chosen !== undefined });
  const error = groups.error ?? seats.error;
  const mayAppoint = holds(session, 'offices.appoint');
  return (
    <>
      <PageTitle title={t('title')} lead={t('lead')} />
      {groups.data && groups.data.length > 1 && (
        <SelectField
          name="group"
          label={t('group')}
          empty={t('group')}
          value={chosen ?? ''}
          error={undefined}
          onChange={(id) => void navigate({ to: '/officers', search: { group: id || undefined } })}
          choices={groups.data.map((one) => ({
            value: one.id,
            label: currentLanguage() === 'id' ? one.nameId : one.nameEn,
          }))}
        />
      )}
      {error && <ErrorState error={error} onRetry={() => void seats.refetch()} />}
      {!seats.data && !error && <LoadingState lines={6} />}
      {seats.data?.length === 0 && (
        <EmptyState kind="nothing-yet" title={t('empty.title')} text={t('empty.text')} />
      )}
      <ul className={classes.seats}>
        {seats.data?.map((seat) => (
          <SeatCard key={seat.seatId} seat={seat} groupId={chosen ?? ''} mayAppoint={mayAppoint} />
        ))}
      </ul>
    </>
  );
}
