import type { AccessTable } from './table';

export const access: AccessTable = {
  'GET /api/session': 'signed_in',
  'POST /api/session': 'public',
  'DELETE /api/session': 'public',
  'GET /api/sessions': 'signed_in',
  'DELETE /api/sessions': 'signed_in',
  'DELETE /api/sessions/:id': 'signed_in',
  'POST /api/accounts': 'public',
  'POST /api/accounts/confirmation': 'public',
  'POST /api/accounts/confirmation-requests': 'public',
  'POST /api/accounts/password-resets': 'public',
  'POST /api/accounts/password': 'public',
  'PATCH /api/account': 'signed_in',
  'PUT /api/account/password': 'signed_in',
  'GET /api/account/national-ids': 'signed_in',
  'PUT /api/account/national-ids': 'signed_in',
  'DELETE /api/account/national-ids/:id': 'signed_in',
  'GET /api/account/private-reads': 'signed_in',
  'GET /api/account/erasures': 'signed_in',
  'GET /api/demo/personas': 'public',
  'POST /api/demo/sign-ins': 'public',
};
