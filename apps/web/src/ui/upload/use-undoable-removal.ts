import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../toast';
import type { UploadedFile } from './use-uploads';

const UNDO_MS = 10_000;

/** Hides a file at once and removes it after ten seconds, unless the person takes it back. */
export function useUndoableRemoval(onRemove: (file: UploadedFile) => Promise<void>) {
  const { t } = useTranslation('ui');
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const waiting = useRef(new Map<string, () => void>());

  const show = (id: string) => setHidden((ids) => ids.filter((one) => one !== id));

  function remove(file: UploadedFile) {
    const finish = () => {
      window.clearTimeout(timer);
      waiting.current.delete(file.id);
      onRemove(file).catch((error: unknown) => {
        show(file.id);
        toast.problem(error);
      });
    };
    const undo = () => {
      window.clearTimeout(timer);
      waiting.current.delete(file.id);
      show(file.id);
    };
    const timer = window.setTimeout(finish, UNDO_MS);
    waiting.current.set(file.id, finish);
    setHidden((ids) => [...ids, file.id]);
    toast.info(t('upload.removed', { name: file.name }), { label: t('upload.actions.undo'), run: undo });
  }

  // Leaving the page settles it: what was removed stays removed.
  useEffect(() => {
    const open = waiting.current;
    return () => open.forEach((finish) => finish());
  }, []);

  return { hidden, remove };
}
