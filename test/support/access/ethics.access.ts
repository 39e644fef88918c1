import type { AccessTable } from './table';

export const access: AccessTable = {
  'GET /api/groups/:groupId/code': 'signed_in',
  'POST /api/groups/:groupId/codes': ['ethics.publish'],
  'POST /api/codes/:codeId/acknowledgements': 'signed_in',
  'GET /api/codes/:codeId/changes': 'signed_in',
  'GET /api/codes/:codeId/missing': ['ethics.publish', 'members.read'],
  'GET /api/codes/:codeId/missing.csv': ['ethics.publish', 'members.read'],
};
