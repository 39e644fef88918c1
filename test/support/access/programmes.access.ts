import type { AccessTable } from './table';

export const access: AccessTable = {
  'GET /api/activities': 'public',
  'GET /api/activities/:id': 'public',
  'GET /api/activities/:id/calendar.ics': 'public',
  'POST /api/activities': ['activities.manage'],
  'PUT /api/activities/:id': ['activities.manage'],
  'POST /api/activities/:id/publication': ['activities.manage'],
  'POST /api/activities/:id/cancellation': ['activities.manage'],
  'PUT /api/activities/:id/capacity': ['activities.manage'],
  'POST /api/activities/:id/registrations': 'signed_in',
  'GET /api/registrations': 'signed_in',
  'DELETE /api/registrations/:id': 'signed_in',
  'POST /api/registrations/:id/check-ins': 'signed_in',
  'GET /api/activities/:id/roster': 'signed_in',
  'POST /api/activities/:id/check-ins': 'signed_in',
  'DELETE /api/activities/:id/check-ins/:checkInId': 'signed_in',
  'GET /api/activities/:id/sessions/:sessionId/room-code': 'signed_in',
  'GET /api/trainers': ['activities.manage'],
  'GET /api/credits': 'signed_in',
  'GET /api/credit-domains': 'public',
};
