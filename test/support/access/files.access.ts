import type { AccessTable } from './table';

export const access: AccessTable = {
  'POST /api/files': 'signed_in',
  'GET /api/files': 'signed_in',
  'GET /api/files/:id': 'signed_in',
  'GET /api/files/:id/view': 'signed_in',
  'DELETE /api/files/:id': 'signed_in',
};
