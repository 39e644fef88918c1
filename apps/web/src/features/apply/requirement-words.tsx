import { useTranslation } from 'react-i18next';
import type { Requirement } from './apply.api';
import { useText } from './use-text';

/** What a requirement asks for, in one sentence made from the rule's own figures. */
export function RequirementWords({ requirement }: { requirement: Requirement }) {
  const { t } = useTranslation('apply');
  const { said } = useText();
  switch (requirement.kind) {
    case 'education': {
      const level = t(`level.${requirement.minimumLevel ?? 1}`);
      const fields = (requirement.fields ?? []).join(', ');
      return <>{fields ? t('asks.education', { level, fields }) : t('asks.educationAny', { level })}</>;
    }
    case 'licence':
      return (
        <>
          {t('asks.licence', {
            authority: requirement.authority ?? '',
            profession: requirement.profession ?? '',
          })}
        </>
      );
    case 'experience':
      return <>{t('asks.experience', { count: requirement.minimumMonths ?? 0 })}</>;
    case 'sponsor':
      return <>{t('asks.sponsor', { count: requirement.count ?? 0 })}</>;
    default:
      return <>{said(requirement.hint)}</>;
  }
}
