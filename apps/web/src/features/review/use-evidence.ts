import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../shortcuts';
import { type Case, type EvidenceFile, caseQuery, markSeen } from './review.api';

/** Which file is shown, and how to go on. */
export interface ShownEvidence {
  file: EvidenceFile | undefined;
  show: (fileId: string) => void;
  /** Notes that this officer has seen the file that is shown. */
  markSeen: () => void;
}

/** The evidence of a case, file by file; a file counts as seen by this officer once all its pages were shown, or when they say so. */
export function useEvidence(shown: Case, files: readonly EvidenceFile[]): ShownEvidence {
  const { t } = useTranslation('review');
  const [fileId, show] = useState(() => (files.find(({ isSeen }) => !isSeen) ?? files[0])?.id);
  const file = files.find(({ id }) => id === fileId) ?? files[0];
  const place = file ? files.indexOf(file) : -1;
  const seen = useSeen(shown.id, file);
  const goTo = (next: EvidenceFile | undefined) => next && show(next.id);
  const afterThis = [...files.slice(place + 1), ...files.slice(0, Math.max(0, place))];
  useShortcuts(
    t('keys.evidence'),
    files.length < 2
      ? []
      : [
          { keys: 'n', label: t('keys.nextFile'), run: () => goTo(files[(place + 1) % files.length]) },
          { keys: 'p', label: t('keys.previousFile'), run: () => goTo(files.at(place - 1)) },
          {
            keys: 'u',
            label: t('keys.nextUnseen'),
            run: () => goTo(afterThis.find(({ isSeen }) => !isSeen)),
          },
        ],
  );
  useShortcuts(
    t('keys.evidence'),
    file && !file.isSeen ? [{ keys: 's', label: t('keys.markSeen'), run: seen }] : [],
  );
  return { file, show, markSeen: seen };
}

function useSeen(applicationId: string, file: EvidenceFile | undefined): () => void {
  const queryClient = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (fileId: string) => markSeen(applicationId, fileId),
    onSuccess: () => queryClient.invalidateQueries(caseQuery(applicationId)),
  });
  return () => {
    if (file && !file.isSeen) mutate(file.id);
  };
}
