import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { ErrorState } from '../../ui/error-state';
import { ErrorSummary, useForm } from '../../ui/form';
import { LoadingState } from '../../ui/loading-state';
import { PageTitle } from '../../ui/page-title';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { DecisionFields } from './decision-fields';
import { PreviewPart } from './preview-part';
import { RequirementFields } from './requirement-fields';
import { draftOf, type RuleValues, valuesOf } from './rule-values';
import {
  type GradeRule,
  type NewRule,
  type RulePreview,
  previewRule,
  publishRule,
  ruleQuery,
} from './rules.api';

const route = getRouteApi('/rules/$gradeId');

/** Changes what a grade asks for and who decides, and shows what that makes of open cases before it is published. */
export function RulePage() {
  const { gradeId } = route.useParams();
  const { data, error, refetch } = useQuery(ruleQuery(gradeId));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} asPage />;
  if (!data) return <LoadingState lines={8} />;
  return <Editor key={data.version} rule={data} />;
}

function Editor({ rule }: { rule: GradeRule }) {
  const { t } = useTranslation('rules');
  const queryClient = useQueryClient();
  const [preview, setPreview] = useState<{ of: string; result: RulePreview } | null>(null);
  const [isAsking, setAsking] = useState(false);
  const form = useForm<RuleValues>({
    initial: valuesOf(rule),
    validate: (values) => (values.kept.length === 0 ? { kept: t('fault.kept') } : {}),
    submit: async (values) => {
      const draft = draftOf(values, rule);
      if (preview?.of === JSON.stringify(draft)) return setAsking(true);
      setPreview({ of: JSON.stringify(draft), result: await previewRule(rule.gradeId, draft) });
    },
  });
  const draft = draftOf(form.values, rule);
  // What was shown belongs to the draft it was computed from; any change asks for it anew.
  const shown = preview?.of === JSON.stringify(draft) ? preview.result : null;

  async function publish() {
    const openCases = form.values.openCases as NewRule['openCases'];
    const { moved } = await publishRule(rule, { ...draft, openCases });
    toast.good(t('published', { version: rule.version + 1, count: moved }));
    await queryClient.invalidateQueries({ queryKey: ['rules'] });
  }

  const isIndonesian = currentLanguage() === 'id';
  return (
    <>
      <PageTitle
        above={t('version', { version: rule.version })}
        title={isIndonesian ? rule.gradeNameId : rule.gradeNameEn}
        lead={isIndonesian ? rule.groupNameId : rule.groupNameEn}
      />
      <form onSubmit={form.onSubmit} noValidate>
        <ErrorSummary form={form} />
        <RequirementFields form={form} rule={rule} />
        <DecisionFields form={form} />
        {shown && <PreviewPart preview={shown} form={form} />}
        <PendingButton isPending={form.isPending} mt="xl">
          {t(shown ? 'actions.publish' : 'actions.preview')}
        </PendingButton>
      </form>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('ask', { version: rule.version + 1 })}
        verb={t('actions.publish')}
        onConfirm={publish}
        onClose={() => setAsking(false)}
      >
        <p>{t('final')}</p>
      </ConfirmDialog>
    </>
  );
}
