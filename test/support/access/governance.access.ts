import type { AccessTable } from './table';

export const access: AccessTable = {
  'GET /api/groups/:groupId/seats': 'signed_in',
  'POST /api/seats/:seatId/terms': ['offices.appoint'],
  'POST /api/terms/:termId/ending': ['offices.appoint'],
};
