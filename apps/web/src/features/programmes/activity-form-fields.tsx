import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { DateField, type Form, RadioField, SelectField, TextAreaField, TextField } from '../../ui/form';
import type { ActivityFields, Moment } from './activity-form';
import classes from './activity-form.module.css';
import { KINDS, creditDomainsQuery } from './programmes.api';
import { SessionRows } from './session-rows';
import { ZONES } from './session-time';
import { TrainerField } from './trainer-field';
import { usePair } from './use-text';

interface FormProps {
  form: Form<ActivityFields>;
}

/** The fields of an activity, in the order in which one plans it. */
export function ActivityFormFields({ form, isNew }: FormProps & { isNew: boolean }) {
  const { t } = useTranslation('programmes');
  return (
    <>
      <section className={classes.group}>
        <h2>{t('form.what')}</h2>
        {isNew && <GroupField form={form} />}
        <SelectField
          {...form.field('kind')}
          label={t('filter.kind')}
          empty={t('form.choose')}
          choices={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <TextField {...form.field('titleId')} label={t('field.titleId')} maxLength={200} />
        <TextField {...form.field('titleEn')} label={t('field.titleEn')} maxLength={200} />
        <TextAreaField {...form.field('aboutId')} label={t('field.aboutId')} optional limit={10_000} />
        <TextAreaField {...form.field('aboutEn')} label={t('field.aboutEn')} optional limit={10_000} />
        <TrainerField form={form} />
        <RadioField
          {...form.field('audience')}
          label={t('field.audience')}
          choices={(['public', 'members'] as const).map((value) => ({
            value,
            label: t(`audience.${value}`),
          }))}
        />
      </section>
      <section className={classes.group}>
        <h2>{t('form.where')}</h2>
        <TextField
          {...form.field('place')}
          label={t('field.place')}
          hint={t('form.placeHint')}
          maxLength={500}
        />
        <TextField
          {...form.field('link')}
          label={t('field.link')}
          hint={t('form.linkHint')}
          type="url"
          inputMode="url"
          optional
        />
        <SelectField
          {...form.field('zone')}
          label={t('activity.zone')}
          empty={t('form.choose')}
          choices={ZONES.map(({ zone, name }) => ({ value: zone, label: name }))}
        />
        <SessionRows form={form} />
      </section>
      <Places form={form} isNew={isNew} />
      <Credits form={form} />
    </>
  );
}

function Places({ form, isNew }: FormProps & { isNew: boolean }) {
  const { t } = useTranslation('programmes');
  return (
    <section className={classes.group}>
      <h2>{t('form.registration')}</h2>
      <MomentField form={form} name="opens" label={t('field.opensAt')} />
      <MomentField form={form} name="closes" label={t('field.closesAt')} />
      {isNew && (
        <TextField {...form.field('capacity')} label={t('field.capacity')} inputMode="numeric" width={8} />
      )}
    </section>
  );
}

function Credits({ form }: FormProps) {
  const { t } = useTranslation('programmes');
  const { pick } = usePair();
  const { data: domains } = useQuery(creditDomainsQuery);
  const { value: hours, error } = form.field('credits');
  return (
    <section className={classes.group}>
      <h2>{t('field.credits')}</h2>
      {domains?.map((domain, place) => (
        <TextField
          key={domain.code}
          name={place === 0 ? 'credits' : `credits-${domain.code}`}
          value={hours[domain.code] ?? ''}
          error={place === 0 ? error : undefined}
          onChange={(typed) => form.set('credits', { ...hours, [domain.code]: typed })}
          label={pick(domain.nameId, domain.nameEn)}
          inputMode="decimal"
          width={6}
          optional
        />
      ))}
      <TextField
        {...form.field('requiredShare')}
        label={t('field.requiredShare')}
        hint={t('form.shareHint')}
        inputMode="numeric"
        width={5}
      />
    </section>
  );
}

function GroupField({ form }: FormProps) {
  const { t } = useTranslation('programmes');
  const session = useSession();
  const groups = (session?.powers ?? []).filter((held) => held.power === 'activities.manage');
  return (
    <SelectField
      {...form.field('groupId')}
      label={t('field.group')}
      empty={t('form.choose')}
      choices={groups.map((held) => ({ value: held.groupId, label: held.groupName }))}
    />
  );
}

function MomentField({ form, name, label }: FormProps & { name: 'opens' | 'closes'; label: string }) {
  const { t } = useTranslation('programmes');
  const { value, error } = form.field(name);
  const set = (part: Partial<Moment>) => form.set(name, { ...value, ...part });
  return (
    <div className={classes.moment}>
      <DateField name={name} value={value.day} error={error} onChange={(day) => set({ day })} label={label} />
      <TextField
        name={`${name}-time`}
        value={value.time}
        error={undefined}
        onChange={(time) => set({ time })}
        label={t('field.time')}
        width={5}
      />
    </div>
  );
}
