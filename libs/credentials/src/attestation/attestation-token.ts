import { createHash, createHmac } from 'node:crypto';

/**
 * The token of a link: 256 bits that only this installation can derive from the question's id. A mail sent again, or a
 * reminder, carries the same one, and it stands nowhere but in the mails.
 */
export function attestationToken(secret: string, attestationId: string): string {
  return createHmac('sha256', Buffer.from(secret, 'hex'))
    .update(`attestation:${attestationId}`)
    .digest('base64url');
}

/** What is stored of a token: its SHA-256. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
