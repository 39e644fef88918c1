import { Button, Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language';
import { DateText } from '../../ui/date-text';
import { SummaryList, type SummaryRow } from '../../ui/summary-list';
import type { Check, Statement } from './check.api';
import classes from './check.module.css';

interface StatementFactsProps {
  check: Check;
  statement: Statement;
}

/** Whose it is and what it says, every public field in words. */
export function StatementFacts({ check, statement }: StatementFactsProps) {
  const { t } = useTranslation('check');
  const language = currentLanguage();
  return (
    <>
      <div className={classes.whose}>
        <p className={classes.kind}>{t(`kind.${statement.kind}`)}</p>
        <p className={classes.person}>
          <bdi>{statement.personName}</bdi>
        </p>
        <p className={classes.title}>{statement.title[language]}</p>
      </div>
      <SummaryList rows={useRows(check, statement)} />
      <Group mt="lg" data-no-print>
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('actions.print')}
        </Button>
      </Group>
    </>
  );
}

function useRows(check: Check, statement: Statement): SummaryRow[] {
  const { t } = useTranslation('check');
  const language = currentLanguage();
  const row = (key: string, label: string, value: SummaryRow['value']): SummaryRow => ({ key, label, value });
  return [
    row('scope', t('field.scope'), statement.scope[language]),
    row('issuer', t('field.issuer'), statement.issuer[language]),
    ...(statement.signatory
      ? [row('signatory', t('field.signatory'), <Signatory of={statement.signatory} />)]
      : []),
    row('issued', t('field.issued'), <DateText value={statement.issuedAt} />),
    row('until', t('field.validUntil'), <LastDay until={statement.validUntil} none={t('field.noEnd')} />),
    ...(statement.revokedAt
      ? [row('revoked', t('field.revoked'), <DateText value={statement.revokedAt} />)]
      : []),
    ...(statement.description
      ? [row('description', t('field.description'), statement.description[language])]
      : []),
    ...(statement.criteria ? [row('criteria', t('field.criteria'), statement.criteria[language])] : []),
    ...statement.details.map((detail, index) =>
      row(`detail-${index}`, detail.label[language], detail.value[language]),
    ),
    row('code', t('field.code'), check.code),
  ];
}

/** `until` is the first instant at which it no longer holds; people count the day before. */
function LastDay({ until, none }: { until: string | null; none: string }) {
  if (!until) return <>{none}</>;
  return <DateText value={new Date(Date.parse(until) - 1).toISOString()} />;
}

/** The person, and the office they held on the day of issue. */
function Signatory({ of: { name, office } }: { of: NonNullable<Statement['signatory']> }) {
  return (
    <>
      <bdi>{name}</bdi>, {office[currentLanguage()]}
    </>
  );
}
