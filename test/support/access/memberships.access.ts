import type { AccessTable } from './table';

export const access: AccessTable = { 'GET /api/memberships': 'signed_in' };
