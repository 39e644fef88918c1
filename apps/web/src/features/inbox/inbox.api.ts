import { queryOptions } from '@tanstack/react-query';
import { type Page, api, call } from '../../api/client';

/** A mail that the demonstration kept instead of sending. */
export interface InboxEntry {
  id: string;
  to: string;
  subject: string;
  /** ISO 8601 instant. */
  sentAt: string;
}

export interface InboxMessage extends InboxEntry {
  text: string;
}

export const inboxQuery = (email: string | undefined, page: number) =>
  queryOptions({
    queryKey: ['demo', 'inbox', email, page],
    queryFn: () =>
      call<Page<InboxEntry>>(
        api.GET('/api/demo/inbox', { params: { query: { email, page, pageSize: 20 } } }),
      ),
  });

export const messageQuery = (id: string) =>
  queryOptions({
    queryKey: ['demo', 'inbox', 'message', id],
    queryFn: () => call<InboxMessage>(api.GET('/api/demo/inbox/{id}', { params: { path: { id } } })),
  });
