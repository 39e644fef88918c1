import type { AccessTable } from './table';

export const access: AccessTable = {
  'GET /api/groups/:groupId/code': 'signed_in',
  'POST /api/groups/:groupId/codes': ['ethics.publish'],
  'POST /api/codes/:codeId/acknowledgements': 'signed_in',
};
