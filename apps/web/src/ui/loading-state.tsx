import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface LoadingStateProps {
  /** How many grey lines stand for what will come. */
  lines?: number;
}

/** First load of a page or part: grey lines where the content will be, and words for a screen reader. */
export function LoadingState({ lines = 4 }: LoadingStateProps) {
  const { t } = useTranslation('ui');
  return (
    <Stack gap="md" role="status" data-no-print>
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={line === 0 ? 32 : 18} width={line === 0 ? '45%' : `${95 - line * 9}%`} />
      ))}
    </Stack>
  );
}
