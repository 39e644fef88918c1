import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { CheckField, ErrorSummary, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { ClauseText } from './clause-text';
import { type Code, acknowledge } from './ethics.api';
import classes from './ethics.module.css';

/** By clause id: ticked or not. */
type Ticks = Record<string, boolean>;

/** Reads clause by clause; every marked one is ticked by itself, then the whole is acknowledged. */
export function AcknowledgeForm({ code }: { code: Code }) {
  const { t } = useTranslation('ethics');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const marked = code.clauses.filter(({ mustAcknowledge }) => mustAcknowledge);
  const form = useForm<Ticks>({
    initial: Object.fromEntries(marked.map(({ id }) => [id, false])),
    validate: (ticks) =>
      Object.fromEntries(
        marked.map(({ id, position }) => [id, ticks[id] ? undefined : t('fault.clause', { position })]),
      ),
    submit: async (ticks) => {
      const clauseIds = Object.keys(ticks).filter((id) => ticks[id]);
      const { membershipIds } = await acknowledge(code.id, currentLanguage(), clauseIds);
      await queryClient.invalidateQueries({ queryKey: ['memberships'] });
      await queryClient.invalidateQueries({ queryKey: ['tasks'] });
      const [membershipId] = membershipIds;
      if (membershipId)
        return navigate({ to: '/memberships/welcome/$membershipId', params: { membershipId } });
      await queryClient.invalidateQueries({ queryKey: ['code'] });
      toast.good(t('done.toast'));
    },
  });
  const ticked = marked.filter(({ id }) => form.values[id]).length;
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <ErrorSummary form={form} />
      {code.clauses.map((clause) => (
        <ClauseText key={clause.id} clause={clause}>
          {clause.mustAcknowledge && (
            <CheckField {...form.field(clause.id)} label={t('tick', { position: clause.position })} />
          )}
        </ClauseText>
      ))}
      <div className={classes.end}>
        <p role="status">{t('progress', { done: ticked, count: marked.length })}</p>
        <p>{t('promise', { language: t(`language.${currentLanguage()}`) })}</p>
        <PendingButton isPending={form.isPending}>{t('actions.acknowledge')}</PendingButton>
      </div>
    </form>
  );
}
