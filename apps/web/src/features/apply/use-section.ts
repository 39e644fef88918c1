import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useSession } from '../../app/session';
import { type Autosave, useAutosave } from '../../ui/autosave/use-autosave';
import { applicationQuery } from './apply.api';

interface SectionOptions<Value> {
  applicationId: string;
  /** `details` or the requirement's id. */
  part: string;
  value: Value;
  version: number;
  save: (value: Value, version: number) => Promise<{ version: number }>;
  onRestore: (value: Value) => void;
}

/** A section that saves itself; `finish` saves what is left and goes back to the task list unless that failed. */
export function useSection<Value>({ applicationId, part, ...options }: SectionOptions<Value>): {
  autosave: Autosave;
  finish: () => Promise<void>;
} {
  const session = useSession();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const hasFailed = useRef(false);
  const autosave = useAutosave({
    ...options,
    key: `application-${applicationId}-${part}-${session?.person.id ?? ''}`,
    save: async (value, version) => {
      hasFailed.current = true;
      const saved = await options.save(value, version);
      hasFailed.current = false;
      return saved;
    },
  });
  return {
    autosave,
    finish: async () => {
      await autosave.flush();
      // After a conflict that ended with what is stored there is nothing left to save.
      if (hasFailed.current && autosave.status !== 'clean') return;
      await queryClient.invalidateQueries({ queryKey: applicationQuery(applicationId).queryKey });
      await navigate({ to: '/applications/$applicationId', params: { applicationId } });
    },
  };
}
