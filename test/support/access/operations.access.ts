import type { AccessTable } from './table';

export const access: AccessTable = {
  'GET /api/operations/queues': ['operations.queues'],
  'POST /api/operations/dead-letters/:messageId/:queue/retries': ['operations.queues'],
  'GET /admin/queues': ['operations.queues'],
  'GET /admin/queues/*': ['operations.queues'],
  'GET /api/demo/inbox': 'public',
  'GET /api/demo/inbox/:id': 'public',
};
