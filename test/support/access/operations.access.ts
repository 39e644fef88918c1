import type { AccessTable } from './table';

export const access: AccessTable = {
  'GET /api/operations/queues': ['operations.queues'],
  'POST /api/operations/dead-letters/:messageId/:queue/retries': ['operations.queues'],
  'GET /api/operations/sources': ['operations.queues', 'licences.check'],
  'GET /api/groups/:groupId/sources': ['registers.import', 'licences.check'],
  'PUT /api/groups/:groupId/sources/:source': ['registers.import'],
  'GET /admin/queues': ['operations.queues'],
  'GET /admin/queues/*': ['operations.queues'],
  'GET /api/demo/inbox': 'public',
  'GET /api/demo/inbox/:id': 'public',
};
