import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { type QueueSearch, saysNothing, searchOfFilter } from './queue-search';
import type { KeptView } from './queue-views.api';

/** An address that says nothing opens with the view that the officer chose for that. */
export function useOpeningView(search: QueueSearch, views: readonly KeptView[] | undefined): void {
  const navigate = useNavigate();
  const filter = views?.find(({ isDefault }) => isDefault)?.filter;
  const isOpening = saysNothing(search) && Boolean(filter);
  useEffect(() => {
    if (isOpening && filter) void navigate({ to: '/review', search: searchOfFilter(filter), replace: true });
  }, [isOpening, filter, navigate]);
}
