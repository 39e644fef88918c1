import { useQueryClient } from '@tanstack/react-query';
import { Suspense, lazy, useEffect, useRef, useState } from 'react';
import { onSessionLost } from '../../api/sign-in-gate';
import { type Session, sessionQuery, useSession } from '../session';

const SignInDialog = lazy(() => import('../../features/identity/sign-in-dialog'));

/** When the session ends under a page, or will at once, asks to sign in again on top of it; what was typed stays. */
export function SignInGate() {
  const session = useSession();
  const [lost, setLost] = useState<Session | null>(null);
  const answer = useRef<(regained: boolean) => void>(undefined);
  const queryClient = useQueryClient();

  useEffect(() => {
    if (!session) return onSessionLost(null);
    onSessionLost(() => {
      setLost(session);
      return new Promise((resolve) => {
        answer.current = resolve;
      });
    });
    return () => onSessionLost(null);
  }, [session]);

  function close(regained: boolean) {
    setLost(null);
    answer.current?.(regained);
    // Closed without signing in: the server says whether a session is still there, as one asked for early may be.
    void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
  }

  if (!lost) return null;
  return (
    <Suspense>
      <SignInDialog
        email={lost.account.email}
        accountId={lost.account.id}
        fullName={lost.person.fullName}
        onClose={close}
      />
    </Suspense>
  );
}
