import { queryOptions } from '@tanstack/react-query';
import { type Schema, api, call, ifMatch } from '../../../api/client';

export type PinnedNote = Schema<'PinnedNoteView'>;
type NewNote = Schema<'NewNoteDto'>;
type Place = Schema<'PlaceDto'>;

export const notesQuery = (id: string) =>
  queryOptions({
    queryKey: ['review', 'notes', id],
    queryFn: () =>
      call<PinnedNote[]>(api.GET('/api/review/applications/{id}/notes', { params: { path: { id } } })),
    refetchInterval: 30_000,
  });

export const pinNote = (id: string, body: NewNote) =>
  call(api.POST('/api/review/applications/{id}/notes', { params: { path: { id } }, body }));

export const moveNote = (id: string, note: { id: string; version: number }, body: Place) =>
  call(
    api.PUT('/api/review/applications/{id}/notes/{noteId}/place', {
      params: { path: { id, noteId: note.id }, header: ifMatch(note.version) },
      body,
    }),
  );

export const replyToNote = (id: string, noteId: string, text: string) =>
  call(
    api.POST('/api/review/applications/{id}/notes/{noteId}/replies', {
      params: { path: { id, noteId } },
      body: { text },
    }),
  );

export const resolveNote = (id: string, { id: noteId, resolvedAt }: PinnedNote) => {
  const params = { path: { id, noteId } };
  return resolvedAt === null
    ? call(api.PUT('/api/review/applications/{id}/notes/{noteId}/resolution', { params }))
    : call(api.DELETE('/api/review/applications/{id}/notes/{noteId}/resolution', { params }));
};
