import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../ui/page-title';
import { CodeForm } from './code-form';

/** Where a stranger types the code of a certificate or member card. */
export function CheckStartPage() {
  const { t } = useTranslation('check');
  return (
    <>
      <PageTitle title={t('start.title')} lead={t('start.lead')} />
      <CodeForm />
    </>
  );
}
