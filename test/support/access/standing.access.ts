import type { AccessTable } from './table';

export const access: AccessTable = {
  'GET /api/standing-cases': ['licences.check', 'applications.review', 'applications.decide'],
  'POST /api/standing-cases/:id/settlement': ['applications.decide'],
  'GET /api/expiring-credentials': ['licences.check', 'applications.review', 'applications.decide'],
  'GET /api/tasks': 'signed_in',
  'GET /api/groups/:groupId/standing-rules/current': 'signed_in',
  'GET /api/groups/:groupId/standing-rules': ['rules.publish', 'licences.check', 'applications.decide'],
  'GET /api/groups/:groupId/standing-rules/sources': [
    'rules.publish',
    'licences.check',
    'applications.decide',
  ],
  'POST /api/groups/:groupId/standing-rules/previews': ['rules.publish'],
  'POST /api/groups/:groupId/standing-rules': ['rules.publish'],
};
