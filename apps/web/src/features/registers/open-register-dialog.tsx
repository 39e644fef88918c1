import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { Dialog } from '../../ui/dialog';
import { ErrorSummary, SelectField, TextField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { type NewRegister, openRegister, registersQuery } from './registers.api';

interface OpenRegisterDialogProps {
  /** Where the person may open one. */
  groups: { id: string; nameId: string; nameEn: string }[];
  onClose: () => void;
}

/** Opens an empty register, then leads to its page, where the first file is uploaded. */
export function OpenRegisterDialog({ groups, onClose }: OpenRegisterDialogProps) {
  const { t } = useTranslation('registers');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const form = useForm<NewRegister>({
    initial: { groupId: groups[0]?.id ?? '', authority: '', nameId: '', nameEn: '' },
    validate: ({ groupId, authority, nameId, nameEn }) => ({
      groupId: groupId ? undefined : t('fault.group'),
      authority: textFault(authority, 100, t('fault.authority'), t('fault.long', { most: 100 })),
      nameId: textFault(nameId, 200, t('fault.nameId'), t('fault.long', { most: 200 })),
      nameEn: textFault(nameEn, 200, t('fault.nameEn'), t('fault.long', { most: 200 })),
    }),
    submit: async ({ groupId, authority, nameId, nameEn }) => {
      const opened = await openRegister({
        groupId,
        authority: authority.trim(),
        nameId: nameId.trim(),
        nameEn: nameEn.trim(),
      });
      toast.good(t('opened'));
      await queryClient.invalidateQueries(registersQuery);
      await navigate({ to: '/registers/$registerId', params: { registerId: opened.id } });
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('open.title')} size="lg">
      <form onSubmit={form.onSubmit} noValidate>
        <ErrorSummary form={form} />
        {groups.length > 1 && (
          <SelectField
            {...form.field('groupId')}
            label={t('column.group')}
            empty={t('field.chooseGroup')}
            choices={groups.map((one) => ({
              value: one.id,
              label: currentLanguage() === 'id' ? one.nameId : one.nameEn,
            }))}
          />
        )}
        <TextField
          {...form.field('authority')}
          label={t('column.authority')}
          hint={t('field.authorityHint')}
          width={24}
          spellCheck={false}
        />
        <TextField {...form.field('nameId')} label={t('field.nameId')} />
        <TextField {...form.field('nameEn')} label={t('field.nameEn')} />
        <PendingButton isPending={form.isPending}>{t('actions.open')}</PendingButton>
      </form>
    </Dialog>
  );
}

function textFault(value: string, most: number, missing: string, long: string): string | undefined {
  const { length } = value.trim();
  if (length === 0) return missing;
  return length > most ? long : undefined;
}
