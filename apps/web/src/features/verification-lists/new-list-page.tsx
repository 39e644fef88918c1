import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { ErrorState } from '../../ui/error-state';
import { type FieldProps, SelectField, TextField } from '../../ui/form';
import { TextLink } from '../../ui/links';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { UploadField } from '../../ui/upload/upload-field';
import { useHeldGroups } from '../directory/held-groups';
import { FILE_TYPES, LARGEST_FILE } from './lists.api';
import classes from './lists.module.css';

const NAMES = ['groupId', 'name', 'authority', 'profession'] as const;
type Values = Record<(typeof NAMES)[number], string>;

/** Authorities whose sources are known to everybody; any other may be typed. */
const AUTHORITIES = ['KTKI', 'KKI', 'NPPES'];

/** A new list: for whom, of what, and its file. It is read and reported on; nobody is asked before the officer's word. */
export function NewListPage() {
  const { t } = useTranslation('verification-lists');
  const navigate = useNavigate();
  const held = useHeldGroups('licences.check');
  const [typed, setTyped] = useState<Values>({ groupId: '', name: '', authority: '', profession: '' });
  if (held.error && !held.groups) return <ErrorState asPage error={held.error} onRetry={held.refetch} />;
  if (!held.groups) return <LoadingState lines={6} />;
  const values = { ...typed, groupId: typed.groupId || (held.groups[0]?.id ?? '') };
  const field = (name: keyof Values): FieldProps<string> => ({
    name,
    value: values[name],
    error: undefined,
    onChange: (value) => setTyped((before) => ({ ...before, [name]: value })),
  });
  return (
    <>
      <PageTitle
        title={t('new.title')}
        lead={t('new.lead')}
        above={<TextLink to="/verification-lists">{t('title')}</TextLink>}
      />
      <div className={classes.form}>
        {held.groups.length > 1 && (
          <SelectField
            {...field('groupId')}
            label={t('column.group')}
            hint={t('new.groupHint')}
            empty={t('new.chooseGroup')}
            choices={held.groups.map((one) => ({
              value: one.id,
              label: currentLanguage() === 'id' ? one.nameId : one.nameEn,
            }))}
          />
        )}
        <TextField
          {...field('name')}
          label={t('field.listName')}
          hint={t('new.nameHint')}
          optional
          maxLength={200}
        />
        <TextField
          {...field('authority')}
          label={t('field.oneAuthority')}
          hint={t('new.authorityHint')}
          optional
          width={24}
          maxLength={100}
          spellCheck={false}
          suggestions={AUTHORITIES}
        />
        <TextField
          {...field('profession')}
          label={t('field.oneProfession')}
          hint={t('new.professionHint')}
          optional
          width={32}
          maxLength={200}
        />
        <UploadField
          name="file"
          label={t('new.file')}
          hint={t('new.fileHint')}
          isSingle
          types={FILE_TYPES}
          maxBytes={LARGEST_FILE}
          path="/api/verification-lists"
          fields={Object.fromEntries(NAMES.flatMap((name) => (values[name] ? [[name, values[name]]] : [])))}
          files={[]}
          onUploaded={({ id }) =>
            void navigate({ to: '/verification-lists/$listId', params: { listId: id } })
          }
          onRemove={() => Promise.resolve()}
        />
      </div>
    </>
  );
}
