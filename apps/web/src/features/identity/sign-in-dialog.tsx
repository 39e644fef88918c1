import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../app/session';
import { Dialog } from '../../ui/dialog';
import { PendingButton } from '../../ui/pending-button';
import { toast } from '../../ui/toast';
import { freshSession, personasQuery, signInAs } from './identity.api';
import { SignInForm } from './sign-in-form';

interface SignInDialogProps {
  email: string;
  accountId: string;
  fullName: string;
  onClose: (regained: boolean) => void;
}

/** On top of a page whose session ended. Another person signing in gets a fresh start, not this person's page. */
export default function SignInDialog({ email, accountId, fullName, onClose }: SignInDialogProps) {
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
      <AsPersona fullName={fullName} onDone={regain} />
      <SignInForm email={email} onDone={regain} />
    </Dialog>
  );
}

/** The made-up people of demonstration mode have no password. Nothing outside that mode. */
function AsPersona({ fullName, onDone }: { fullName: string; onDone: () => Promise<void> }) {
  const { t } = useTranslation('identity');
  const { data: personas } = useQuery(personasQuery);
  const persona = personas?.find(({ name }) => name === fullName);
  const enter = useMutation({
    mutationFn: async () => {
      if (persona) await signInAs(persona.key);
      await onDone();
    },
    onError: (error) => toast.problem(error),
  });
  if (!persona) return null;
  return (
    <PendingButton type="button" isPending={enter.isPending} mb="lg" onClick={() => enter.mutate()}>
      {t('lost.actions.asPersona', { name: persona.name })}
    </PendingButton>
  );
}
