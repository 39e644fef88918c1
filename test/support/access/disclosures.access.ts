import type { AccessTable } from './table';

const reviewers = ['applications.review', 'applications.decide'];

export const access: AccessTable = {
  'GET /api/applications/:id/disclosures/:requirementId': 'signed_in',
  'PUT /api/applications/:id/disclosures/:requirementId': 'signed_in',
  'GET /api/disclosures': 'signed_in',
  'POST /api/disclosures': 'signed_in',
  'GET /api/review/applications/:id/disclosures': reviewers,
  'POST /api/review/applications/:id/disclosures/:disclosureId/readings': reviewers,
  'POST /api/review/applications/:id/disclosures/:disclosureId/assessments': reviewers,
  'POST /api/standing-cases/:id/disclosure/readings': reviewers,
};
