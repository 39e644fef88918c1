import type { AccessTable } from './table';

export const access: AccessTable = {
  'GET /api/directory/people': ['members.read'],
  'GET /api/directory/people/:personId': ['members.read'],
  'GET /api/directory/groups': 'signed_in',
};
