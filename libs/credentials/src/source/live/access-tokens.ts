import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { FinalError, TransientError } from '../check-source';
import { readText } from '../read-text';
import { jsonOf } from '../reading';
import type { RegistryServer } from '../registry';

const LARGEST = 64 * 1024;
/** Asked anew so long before it ends, and after so long where the server does not say. */
const EARLY_MS = 60_000;
const DEFAULT_MS = 50 * 60_000;

const granted = z.looseObject({
  access_token: z.string().min(1),
  // Numbers come as strings from some gateways.
  expires_in: z.coerce.number().positive().optional().catch(undefined),
});

/** Tokens of OAuth 2.0 client credentials (RFC 6749 §4.4), kept in this process until shortly before they end; asked for once at a time. */
@Injectable()
export class AccessTokens {
  private readonly kept = new Map<string, { token: Promise<string>; value?: string; until: number }>();

  /** @throws FinalError when the server does not know us, TransientError for what may pass. */
  async of(id: string, server: RegistryServer, signal: AbortSignal): Promise<string> {
    const kept = this.kept.get(id);
    if (kept && kept.until > performance.now()) return kept.token;
    const asked = askToken(id, server, signal);
    const entry: { token: Promise<string>; value?: string; until: number } = {
      token: asked.then(({ token }) => token),
      until: Infinity,
    };
    // Who waits for it hears of a failure; without anybody it is nobody's.
    entry.token.catch(() => undefined);
    this.kept.set(id, entry);
    try {
      const { token, forMs } = await asked;
      Object.assign(entry, { value: token, until: performance.now() + Math.max(1_000, forMs - EARLY_MS) });
      return token;
    } catch (error) {
      if (this.kept.get(id) === entry) this.kept.delete(id);
      throw error;
    }
  }

  /** Forgets a token that was refused; one asked for since then stays. */
  forget(id: string, token: string): void {
    if (this.kept.get(id)?.value === token) this.kept.delete(id);
  }
}

async function askToken(
  id: string,
  server: RegistryServer,
  signal: AbortSignal,
): Promise<{ token: string; forMs: number }> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: server.clientId ?? '',
    client_secret: server.clientSecret ?? '',
  });
  const url = new URL(server.tokenUrl ?? '');
  url.searchParams.set('grant_type', 'client_credentials');
  let status: number;
  let body: string;
  try {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' };
    const response = await fetch(url, { method: 'POST', body: form, redirect: 'manual', signal, headers });
    status = response.status;
    body = await readText(response, LARGEST);
  } catch (error) {
    throw new TransientError(
      `${id}: no token: ${String((error as { message?: unknown } | null)?.message ?? 'failed')}`,
    );
  }
  const parsed = granted.safeParse(jsonOf(body));
  if (status < 300 && parsed.success) {
    const { access_token: token, expires_in: seconds } = parsed.data;
    return { token, forMs: seconds === undefined ? DEFAULT_MS : seconds * 1_000 };
  }
  if (status === 400 || status === 401 || status === 403) {
    throw new FinalError('source_refused', `${id}: the token was refused with ${status}`);
  }
  throw new TransientError(`${id}: no token: answered ${status}`);
}
