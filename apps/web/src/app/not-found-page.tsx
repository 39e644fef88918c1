import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LinkButton, TextLink } from '../ui/links';
import { PageTitle } from '../ui/page-title';

/** No page at this address. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageTitle title={t('notFound.title')} lead={t('notFound.lead')} />
      <Group gap="lg">
        <LinkButton to="/">{t('notFound.actions.home')}</LinkButton>
        <TextLink to={'/check' as string}>{t('notFound.actions.check')}</TextLink>
      </Group>
    </>
  );
}
