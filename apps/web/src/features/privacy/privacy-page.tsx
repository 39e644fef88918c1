import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../ui/page-title';
import { Erasures } from './erasures';
import { OwnHolds } from './own-holds';
import { NationalIds } from './national-ids';
import { ReadList } from './read-list';

/** What is kept of the person under seal: national ids, and who opened them and the person's documents. */
export function PrivacyPage() {
  const { t } = useTranslation('privacy');
  return (
    <>
      <PageTitle title={t('title')} lead={t('lead')} />
      <Stack gap="xl">
        <ReadList />
        <OwnHolds />
        <Erasures />
        <NationalIds />
      </Stack>
    </>
  );
}
