import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, call } from '../api/client';
import { forgetSessionLeft } from '../api/session-left';
import { forgetDrafts } from '../ui/autosave/kept-draft';
import { toast } from '../ui/toast';
import { sessionQuery } from './session';

/** Ends the session on the server, and forgets in this browser what the person saw and typed. */
export function useSignOut(): () => Promise<void> {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    try {
      await call(api.DELETE('/api/session'));
      forgetSessionLeft();
      forgetDrafts();
      await navigate({ to: '/' });
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, null);
    } catch (error) {
      toast.problem(error);
    }
  };
}
