import type { AccessTable } from './table';

export const access: AccessTable = {
  'GET /api/groups': 'public',
  'POST /api/applications': 'signed_in',
  'GET /api/applications': 'signed_in',
  'GET /api/applications/:id': 'signed_in',
  'GET /api/applications/:id/copy.pdf': 'signed_in',
  'DELETE /api/applications/:id': 'signed_in',
  'POST /api/applications/:id/submission': 'signed_in',
  'PUT /api/applications/:id/sections/:requirementId': 'signed_in',
  'PUT /api/applications/:id/details': 'signed_in',
  'POST /api/applications/:id/credentials': 'signed_in',
  'DELETE /api/applications/:id/credentials/:requirementId/:credentialId': 'signed_in',
};
