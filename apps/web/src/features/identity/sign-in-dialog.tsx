import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../app/session';
import { Dialog } from '../../ui/dialog';
import { freshSession } from './identity.api';
import { SignInForm } from './sign-in-form';

interface SignInDialogProps {
  email: string;
  accountId: string;
  onClose: (regained: boolean) => void;
}

/** On top of a page whose session ended. Another person signing in gets a fresh start, not this person's page. */
export default function SignInDialog({ email, accountId, onClose }: SignInDialogProps) {
  const { t } = useTranslation('identity');
  const queryClient = useQueryClient();

  async function regain() {
    const session = await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
    if (session?.account.id === accountId) return onClose(true);
    await freshSession(queryClient);
    window.location.assign('/');
  }

  return (
    <Dialog
      isOpen
      title={t('lost.title')}
      closeLabel={t('lost.actions.close')}
      onClose={() => onClose(false)}
    >
      <p>{t('lost.text')}</p>
      <SignInForm email={email} onDone={regain} />
    </Dialog>
  );
}
