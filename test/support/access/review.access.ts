import type { AccessTable } from './table';

const reviewers = ['applications.review', 'applications.decide'];

export const access: AccessTable = {
  'GET /api/review/applications': reviewers,
  'GET /api/review/applications/:id': reviewers,
  'GET /api/review/applications/:id/neighbours': reviewers,
  'PUT /api/review/applications/:id/presence': reviewers,
  'DELETE /api/review/applications/:id/presence': reviewers,
  'PUT /api/review/applications/:id/files/:fileId/view': reviewers,
  'POST /api/review/applications/:id/assignments': reviewers,
  'DELETE /api/review/applications/:id/assignments': reviewers,
  'POST /api/review/applications/:id/corrections': reviewers,
  'POST /api/review/applications/:id/conflicts': reviewers,
  'GET /api/review/options': reviewers,
  'GET /api/review/views': reviewers,
  'POST /api/review/views': reviewers,
  'PUT /api/review/views/:id': reviewers,
  'DELETE /api/review/views/:id': reviewers,
  'PUT /api/review/default-view': reviewers,
  'POST /api/review/assignments': reviewers,
  'POST /api/review/releases': reviewers,
  'GET /api/rules': ['rules.publish'],
  'GET /api/rules/:gradeId': ['rules.publish'],
  'POST /api/rules/:gradeId/previews': ['rules.publish'],
  'POST /api/rules/:gradeId/versions': ['rules.publish'],
  'POST /api/applications/:id/decisions': ['applications.decide'],
  'POST /api/applications/:id/votes': ['applications.decide'],
  'GET /api/applications/:id/decision.pdf': 'signed_in',
  'POST /api/applications/:id/appeals': 'signed_in',
  'GET /api/applications/:id/decision': 'signed_in',
  'POST /api/decisions/:id/replays': 'signed_in',
};
