import type { AccessTable } from './table';

export const access: AccessTable = {
  'GET /health/live': 'public',
  'GET /health/ready': 'public',
  'GET /api/branding': 'public',
};
