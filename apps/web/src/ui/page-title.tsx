import { Group, Text, Title } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useBranding } from '../app/branding';
import { shownErrors } from './form/shown-errors';

interface PageTitleProps {
  /** The one `h1`; also the document's title. */
  title: string;
  /** One sentence under the title. */
  lead?: ReactNode;
  /** Small words above the title: reference number, step of a form. */
  above?: ReactNode;
  /** The page's main acts, at the end of the title's line. */
  actions?: ReactNode;
  /** A form on the page has mistakes: the document's title begins with "Kesalahan:". */
  hasError?: boolean;
  /** Of a paged list; from page 2 on it is part of the document's title. */
  page?: number;
}

let focusedPath: string | null = null;

/** Heading of a page. Names the document, and takes the focus when the person came here from another page. */
export function PageTitle({ title, lead, above, actions, hasError = false, page = 1 }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Not the location being left for: the old page is still there while the new one loads.
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  useDocumentTitle(title, hasError, page);

  useEffect(() => {
    if (path === undefined) return;
    // The first page of a visit keeps the browser's own focus, so that the skip link comes first.
    if (focusedPath !== null && focusedPath !== path) heading.current?.focus({ preventScroll: true });
    focusedPath = path;
  }, [path]);

  return (
    <Group justify="space-between" align="flex-start" gap="md" mb="xl" wrap="wrap">
      <div>
        {above && (
          <Text size="sm" c="dimmed" mb={4}>
            {above}
          </Text>
        )}
        <Title order={1} ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {lead && (
          <Text size="lg" c="dimmed" mt="xs" maw="42em">
            {lead}
          </Text>
        )}
      </div>
      {actions && <Group gap="sm">{actions}</Group>}
    </Group>
  );
}

/** Sets the document's title for pages that draw their own `h1`. */
export function useDocumentTitle(title: string, hasError = false, page = 1): void {
  const { t } = useTranslation('ui');
  const { shortName } = useBranding();
  const isMarked = useSyncExternalStore(shownErrors.subscribe, shownErrors.read) || hasError;
  const numbered = page > 1 ? `${title} (${t('pageTitle.page', { page })})` : title;
  useEffect(() => {
    document.title = `${isMarked ? `${t('pageTitle.error')} ` : ''}${numbered} – ${shortName}`;
  }, [isMarked, numbered, shortName, t]);
}
