import { useQueryClient } from '@tanstack/react-query';
import { Suspense, lazy, useEffect, useRef, useState } from 'react';
import { onSessionLost } from '../../api/sign-in-gate';
import { type Session, sessionQuery, useSession } from '../session';

const SignInDialog = lazy(() => import('../../features/identity/sign-in-dialog'));

/** When the session ends under a page, asks to sign in again on top of it; the page and what was typed stay. */
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
    if (regained) void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
    else queryClient.setQueryData(sessionQuery.queryKey, null);
  }

  if (!lost) return null;
  return (
    <Suspense>
      <SignInDialog email={lost.account.email} accountId={lost.account.id} onClose={close} />
    </Suspense>
  );
}
