import type { AccessTable } from './table';

export const access: AccessTable = {
  'GET /api/bots': ['rules.publish'],
  'POST /api/bots/:groupId/versions': ['rules.publish'],
};
