import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateTimeText } from '../../ui/date-text';
import { Dialog } from '../../ui/dialog';
import { ErrorSummary, TextAreaField, useForm } from '../../ui/form';
import { PendingButton } from '../../ui/pending-button';
import { StatusTag } from '../../ui/status-tag';
import { CertificateFacts } from './certificate-facts';
import { type Issuer, endTrust, issuersQuery } from './registers.api';
import classes from './registers.module.css';

/** One entry of the list: who, for what, since when and why; and the end of the trust. */
export function IssuerLine({ issuer, groupId }: { issuer: Issuer; groupId: string }) {
  const { t } = useTranslation('registers');
  const [isEnding, setEnding] = useState(false);
  return (
    <li>
      <h2>
        {issuer.name}{' '}
        <StatusTag tone={issuer.endedAt ? 'info' : 'good'}>
          {issuer.endedAt ? t('issuers.ended') : t('issuers.trusted')}
        </StatusTag>
      </h2>
      {issuer.certificate ? (
        <CertificateFacts certificate={issuer.certificate} signers={issuer.signers} />
      ) : (
        <p>
          <code>{issuer.issuer}</code>
        </p>
      )}
      <p>{issuer.kinds.map((kind) => t(`kind.${kind}`)).join(' · ')}</p>
      <p className={classes.quiet}>
        {issuer.reason} · <DateTimeText value={issuer.since} />
      </p>
      {issuer.endedAt ? (
        <p className={classes.quiet}>
          {issuer.endedReason} · <DateTimeText value={issuer.endedAt} />
        </p>
      ) : (
        <Button variant="subtle" size="sm" onClick={() => setEnding(true)}>
          {t('actions.end')}
        </Button>
      )}
      {isEnding && <EndDialog issuer={issuer} groupId={groupId} onClose={() => setEnding(false)} />}
    </li>
  );
}

interface DialogProps {
  groupId: string;
  onClose: () => void;
}

function EndDialog({ issuer, groupId, onClose }: DialogProps & { issuer: Issuer }) {
  const { t } = useTranslation('registers');
  const queryClient = useQueryClient();
  const form = useForm<{ reason: string }>({
    initial: { reason: '' },
    validate: ({ reason }) => ({ reason: reason.trim() ? undefined : t('fault.reason') }),
    submit: async ({ reason }) => {
      await endTrust(issuer.id, reason.trim());
      await queryClient.invalidateQueries({ queryKey: issuersQuery(groupId).queryKey });
      onClose();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('issuers.end', { name: issuer.name })}>
      <form onSubmit={form.onSubmit} noValidate>
        <p>{t('issuers.endText')}</p>
        <ErrorSummary form={form} />
        <TextAreaField {...form.field('reason')} label={t('field.reason')} />
        <PendingButton isPending={form.isPending}>{t('actions.end')}</PendingButton>
      </form>
    </Dialog>
  );
}
