import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast } from '../../ui/toast';
import { useShortcuts } from '../shortcuts';
import { type QueueLine, assign } from './review.api';
import type { Selection } from './use-selection';

/** The list by keyboard: the focus on an applicant's name is the selection, so that Enter opens it as any link. */
export function useQueueKeys(rows: readonly QueueLine[], selection: Selection): void {
  const { t } = useTranslation('review');
  const queryClient = useQueryClient();
  const take = useMutation({
    mutationFn: (line: QueueLine) => assign(line),
    onSuccess: () => toast.good(t('case.taken')),
    onError: (error) => toast.problem(error),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['review'] }),
  });
  const inFocus = () => rows.find(({ id }) => id === selectedRow());
  const takeSelected = () => {
    const line = inFocus();
    if (line) take.mutate(line);
  };
  const pick = () => {
    const line = inFocus();
    if (line) selection.toggle(line);
  };
  useShortcuts(t('keys.list'), [
    { keys: 'j', label: t('keys.next'), run: () => select(1) },
    { keys: 'k', label: t('keys.previous'), run: () => select(-1) },
    { keys: 'a', label: t('keys.takeSelected'), run: takeSelected },
    { keys: 'x', label: t('keys.pick'), run: pick },
    { keys: '/', label: t('keys.search'), run: focusSearch },
  ]);
}

const namesOfRows = () => [...document.querySelectorAll<HTMLElement>('[data-case]')];

function selectedRow(): string | undefined {
  const row = document.activeElement?.closest('tr');
  return row?.querySelector<HTMLElement>('[data-case]')?.dataset['case'];
}

function select(step: 1 | -1): void {
  const names = namesOfRows();
  const place = names.findIndex((name) => name.dataset['case'] === selectedRow());
  const next = place === -1 ? (step === 1 ? 0 : names.length - 1) : place + step;
  names[Math.min(names.length - 1, Math.max(0, next))]?.focus();
}

/** The filters fold away: they open first. */
function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('search input[name="q"]');
  field?.closest('details')?.setAttribute('open', '');
  field?.focus();
  field?.select();
}
