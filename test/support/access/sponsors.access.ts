import type { AccessTable } from './table';

export const access: AccessTable = {
  'GET /api/applications/:id/sponsors': 'signed_in',
  'POST /api/applications/:id/sponsors': 'signed_in',
  'DELETE /api/applications/:id/sponsors/:sponsorId': 'signed_in',
  'GET /api/sponsorships': 'signed_in',
  'POST /api/sponsorships/:id/confirmation': 'signed_in',
  'POST /api/sponsorships/:id/refusal': 'signed_in',
  'GET /api/review/applications/:id/sponsors': ['applications.review', 'applications.decide'],
};
