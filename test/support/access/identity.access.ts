import type { AccessTable } from './table';

export const access: AccessTable = {
  'GET /api/session': 'signed_in',
  'POST /api/session': 'public',
  'DELETE /api/session': 'public',
  'GET /api/sessions': 'signed_in',
  'DELETE /api/sessions': 'signed_in',
  'DELETE /api/sessions/:id': 'signed_in',
  'POST /api/accounts': 'public',
};
