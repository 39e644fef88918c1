import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SaveState } from '../../ui/autosave/save-state';
import { ErrorState } from '../../ui/error-state';
import {
  DateField,
  ErrorSummary,
  type Form,
  PhoneField,
  TextField,
  isoDateOf,
  toE164,
  useForm,
} from '../../ui/form';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { PendingButton } from '../../ui/pending-button';
import { type Application, type Details, applicationQuery, saveDetails } from './apply.api';
import classes from './apply.module.css';
import { Conflict } from './conflict';
import { type DetailsValues, detailsBody, detailsValues } from './details-form';
import { useDetailRows } from './use-detail-rows';
import { BackLink } from './section-page';
import { useSection } from './use-section';

const route = getRouteApi('/applications/$applicationId/details');

/** Names as people have them, birth date and phone (UX 7, 8). */
export function DetailsPage() {
  const { t } = useTranslation('apply');
  const { applicationId } = route.useParams();
  const { data, error, isFetchedAfterMount, refetch } = useQuery({
    ...applicationQuery(applicationId),
    refetchOnMount: 'always',
  });
  if (error) return <ErrorState asPage error={error} onRetry={() => void refetch()} />;
  if (!data || !isFetchedAfterMount) return <LoadingState lines={8} />;
  if (!data.details.open) {
    return (
      <>
        <PageTitle title={t('section.closed')} lead={t('section.closedText')} />
        <BackLink applicationId={applicationId} />
      </>
    );
  }
  return <DetailsForm application={data} />;
}

function DetailsForm({ application }: { application: Application }) {
  const { t } = useTranslation('apply');
  const { details } = application;
  const form: Form<DetailsValues> = useForm({
    initial: detailsValues(details),
    validate: (values) => ({
      fullName: values.fullName.trim() ? undefined : t('fault.fullName'),
      birthDate: isoDateOf(values.birthDate) ? undefined : t('fault.birthDate'),
      phone: toE164(values.phone) ? undefined : t('fault.phone'),
    }),
    submit: () => finish(),
  });
  const { autosave, finish } = useSection<DetailsValues>({
    applicationId: application.id,
    part: 'details',
    value: form.values,
    version: details.version,
    save: (values, version) => saveDetails(application.id, version, detailsBody(values, details)),
    onRestore: form.replace,
  });
  const stored = (autosave.problem?.body['current'] ?? null) as Details | null;
  const rows = useDetailRows();
  const saveState = (
    <SaveState
      autosave={autosave}
      onTakeTheirs={() => {
        if (stored) form.replace(detailsValues(stored));
        return Promise.resolve(stored?.version ?? details.version);
      }}
    />
  );
  return (
    <div className={classes.reading}>
      <PageTitle title={t('details.title')} lead={t('details.lead')} hasError={form.faults.length > 0} />
      {details.note !== null && <p className={classes.note}>{t('section.note', { note: details.note })}</p>}
      <form onSubmit={form.onSubmit} noValidate>
        <ErrorSummary form={form} />
        <Fields form={form} />
        {autosave.status === 'conflict' && stored ? (
          <Conflict
            rows={rows(detailsBody(form.values, details)).map(({ key, label, value }, place) => ({
              ...{ key, label, mine: value },
              stored: rows(stored)[place]?.value ?? '',
            }))}
          >
            {saveState}
          </Conflict>
        ) : (
          saveState
        )}
        <div className={classes.acts}>
          <PendingButton isPending={form.isPending}>{t('actions.saveSection')}</PendingButton>
          <BackLink applicationId={application.id} />
        </div>
      </form>
    </div>
  );
}

function Fields({ form }: { form: Form<DetailsValues> }) {
  const { t } = useTranslation('apply');
  return (
    <>
      <TextField
        {...form.field('fullName')}
        label={t('details.fullName')}
        hint={t('details.fullNameHint')}
        autoComplete="name"
        spellCheck={false}
      />
      <TextField
        {...form.field('titleBefore')}
        label={t('details.titleBefore')}
        hint={t('details.titleBeforeHint')}
        autoComplete="honorific-prefix"
        optional
        maxLength={100}
        width={20}
      />
      <TextField
        {...form.field('titleAfter')}
        label={t('details.titleAfter')}
        hint={t('details.titleAfterHint')}
        autoComplete="honorific-suffix"
        optional
        maxLength={100}
        width={20}
      />
      <TextField
        {...form.field('certificateName')}
        label={t('details.certificateName')}
        hint={t('details.certificateNameHint')}
        optional
        spellCheck={false}
      />
      <DateField {...form.field('birthDate')} label={t('details.birthDate')} isBirthday />
      <PhoneField {...form.field('phone')} label={t('details.phone')} />
    </>
  );
}
