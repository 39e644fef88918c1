import type { AccessTable } from './table';

export const access: AccessTable = {
  'GET /api/duplicate-suspicions': ['applications.review', 'applications.decide'],
  'GET /api/duplicate-suspicions/:id': ['applications.review', 'applications.decide'],
  'GET /api/review/applications/:id/duplicates': ['applications.review', 'applications.decide'],
  'POST /api/duplicate-suspicions/:id/dismissal': ['applications.review', 'applications.decide'],
  'POST /api/duplicate-suspicions/:id/merge-preview': ['applications.review', 'applications.decide'],
  'POST /api/duplicate-suspicions/:id/merge': ['applications.decide'],
  'GET /api/person-merges': ['applications.review', 'applications.decide'],
  'GET /api/person-merges/:id': ['applications.review', 'applications.decide'],
  'POST /api/person-merges/:id/undoing': ['applications.decide'],
};
