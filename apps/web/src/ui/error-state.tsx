import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useBranding } from '../app/branding';
import classes from './error-state.module.css';
import { LinkButton, TextLink } from './links';
import { PageTitle } from './page-title';
import { useProblemText } from './use-problem-text';

interface ErrorStateProps {
  /** What was thrown; a Problem, or anything. */
  error: unknown;
  /** Offered where trying again can help. */
  onRetry?: () => void;
  /** The error is the whole page: it brings the `h1`. */
  asPage?: boolean;
  children?: ReactNode;
}

/** In place of content that could not be had: what happened, what to do, and a reference to quote. */
export function ErrorState({ error, onRetry, asPage = false, children }: ErrorStateProps) {
  const { t } = useTranslation('ui');
  const router = useRouter();
  const { title, text, reasons, reference, canRetry, isForbidden } = useProblemText(error);
  const retry = () => {
    onRetry?.();
    void router.invalidate();
  };
  return (
    <section className={classes.box} role={asPage ? undefined : 'alert'}>
      {asPage ? <PageTitle title={title} /> : <Title order={2}>{title}</Title>}
      <Text>{text}</Text>
      {reasons.length > 0 && (
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {isForbidden && <WhomToAsk />}
      {children}
      {reference && (
        <Text size="sm" c="dimmed">
          {t('error.reference', { reference })}
        </Text>
      )}
      <Group gap="sm" mt="md" data-no-print>
        {canRetry && <Button onClick={retry}>{t('error.actions.retry')}</Button>}
        {asPage && (
          <LinkButton to="/" variant="default">
            {t('error.actions.home')}
          </LinkButton>
        )}
      </Group>
    </section>
  );
}

function WhomToAsk() {
  const { t } = useTranslation('ui');
  const { contactEmail } = useBranding();
  return (
    <Text>
      {t('error.ask')} <TextLink to="/officers">{t('error.officers')}</TextLink>
      {contactEmail && (
        <>
          {' · '}
          <Anchor href={`mailto:${contactEmail}`}>{contactEmail}</Anchor>
        </>
      )}
    </Text>
  );
}
