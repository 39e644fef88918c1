import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateField, type Form, SelectField, TextField } from '../../ui/form';
import type { Task } from '../apply/apply.api';
import type { ClaimValues } from './claim-form';
import type { Kind } from './credentials.api';

interface ClaimFieldsProps {
  form: Form<ClaimValues>;
  kind: Kind;
  requirement: Pick<Task['requirement'], 'fields'>;
}

/** The fields of a claim, by its kind. */
export function ClaimFields({ form, kind, requirement }: ClaimFieldsProps) {
  switch (kind) {
    case 'education':
      return <EducationFields form={form} requirement={requirement} />;
    case 'licence':
      return <LicenceFields form={form} />;
    case 'experience':
      return <ExperienceFields form={form} />;
    case 'certification':
      return <CertificationFields form={form} />;
  }
}

const LEVELS = ['2', '3', '4', '5', '6', '7', '8', '9'] as const;

function EducationFields({ form, requirement }: Omit<ClaimFieldsProps, 'kind'>) {
  const { t } = useTranslation('credentials');
  const institutions = useQuery({
    queryKey: ['institutions'],
    queryFn: async () => (await import('./institutions.json')).default,
    staleTime: Infinity,
  });
  return (
    <>
      <TextField
        {...form.field('institution')}
        label={t('field.school')}
        hint={t('hint.school')}
        maxLength={300}
        suggestions={institutions.data}
      />
      <SelectField
        {...form.field('level')}
        label={t('field.level')}
        empty={t('hint.level')}
        choices={LEVELS.map((level) => ({ value: level, label: t(`level.${level}`) }))}
      />
      <TextField
        {...form.field('field')}
        label={t('field.field')}
        hint={t('hint.field')}
        maxLength={300}
        suggestions={requirement.fields ?? undefined}
      />
      <DateField {...form.field('endedOn')} label={t('field.graduation')} />
      <TextField
        {...form.field('number')}
        label={t('field.diploma')}
        hint={t('hint.diploma')}
        optional
        maxLength={100}
        width={30}
      />
      <HolderField form={form} />
    </>
  );
}

function LicenceFields({ form }: { form: Form<ClaimValues> }) {
  const { t } = useTranslation('credentials');
  return (
    <>
      <TextField
        {...form.field('authority')}
        label={t('field.authority')}
        hint={t('hint.authority')}
        maxLength={300}
      />
      <TextField {...form.field('profession')} label={t('field.profession')} maxLength={300} />
      <TextField
        {...form.field('number')}
        label={t('field.licence')}
        hint={t('hint.licence')}
        maxLength={100}
        width={30}
        spellCheck={false}
        autoComplete="off"
      />
      <HolderField form={form} />
      <DateField {...form.field('validFrom')} label={t('field.validFrom')} optional />
      <DateField
        {...form.field('validUntil')}
        label={t('field.validUntil')}
        hint={t('hint.validUntil')}
        optional
      />
    </>
  );
}

function ExperienceFields({ form }: { form: Form<ClaimValues> }) {
  const { t } = useTranslation('credentials');
  return (
    <>
      <TextField {...form.field('institution')} label={t('field.employer')} maxLength={300} />
      <TextField {...form.field('title')} label={t('field.role')} hint={t('hint.role')} maxLength={300} />
      <DateField {...form.field('startedOn')} label={t('field.startedOn')} />
      <DateField {...form.field('endedOn')} label={t('field.endedOn')} hint={t('hint.endedOn')} optional />
    </>
  );
}

function CertificationFields({ form }: { form: Form<ClaimValues> }) {
  const { t } = useTranslation('credentials');
  return (
    <>
      <TextField {...form.field('title')} label={t('field.certificate')} maxLength={300} />
      <TextField {...form.field('institution')} label={t('field.issuer')} maxLength={300} />
      <TextField {...form.field('number')} label={t('field.number')} optional maxLength={100} width={30} />
      <HolderField form={form} />
      <DateField
        {...form.field('validUntil')}
        label={t('field.validUntil')}
        hint={t('hint.validUntil')}
        optional
      />
    </>
  );
}

function HolderField({ form }: { form: Form<ClaimValues> }) {
  const { t } = useTranslation('credentials');
  return (
    <TextField
      {...form.field('holderName')}
      label={t('field.holderName')}
      hint={t('hint.holderName')}
      maxLength={400}
      autoComplete="name"
    />
  );
}
