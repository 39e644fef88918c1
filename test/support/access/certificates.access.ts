import type { AccessTable } from './table';

export const access: AccessTable = {
  'GET /.well-known/did.json': 'public',
  'GET /api/public/checks/:code': 'public',
  'GET /api/public/checks/:code/credential.json': 'public',
  'GET /api/public/status-lists/:id': 'public',
  'GET /api/certificates': 'signed_in',
  'GET /api/certificates/:id': 'signed_in',
  'GET /api/certificates/:id/pdf': 'signed_in',
  'GET /api/certificates/:id/credential.json': 'signed_in',
  'GET /api/certificates/:id/credential.jwt': 'signed_in',
  'GET /api/certificates/:id/badge.png': 'signed_in',
  'GET /api/certificates/:id/badge.svg': 'signed_in',
  'POST /api/certificates/:id/revocation': ['certificates.issue'],
  'POST /api/certificates/:id/replacement': ['certificates.issue'],
  'GET /api/issued-certificates': ['certificates.issue'],
};
