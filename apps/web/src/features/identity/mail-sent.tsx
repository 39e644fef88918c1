import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../api/client';
import { useBranding } from '../../app/branding';
import { LinkButton } from '../../ui/links';
import { PageTitle } from '../../ui/page-title';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import classes from './identity.module.css';

interface MailSentProps {
  title: string;
  email: string;
  text: string;
  /** Offers to send the confirmation again. */
  canRepeat?: boolean;
}

/** What to do next after a mail went out. Says the same whether or not the address has an account. */
export function MailSent({ title, email, text, canRepeat = true }: MailSentProps) {
  const { t } = useTranslation('identity');
  const { demo } = useBranding();
  const repeat = useMutation({
    mutationFn: () => call<unknown>(api.POST('/api/accounts/confirmation-requests', { body: { email } })),
    onSuccess: () => toast.good(t('mail.repeated')),
    onError: (error) => toast.problem(error),
  });
  return (
    <>
      <PageTitle title={title} lead={t('mail.to', { email })} />
      <Text maw="40em">{text}</Text>
      <div className={classes.buttons}>
        {demo && (
          <LinkButton to="/inbox" search={{ email }}>
            {t('actions.inbox')}
          </LinkButton>
        )}
        {canRepeat && (
          <PendingButton
            isPending={repeat.isPending}
            type="button"
            variant="default"
            onClick={() => repeat.mutate()}
          >
            {t('actions.repeat')}
          </PendingButton>
        )}
      </div>
    </>
  );
}
