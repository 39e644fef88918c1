import { Injectable } from '@nestjs/common';
import { TransientError } from '../check-source';
import { readText } from '../read-text';
import type { RegistryServer } from '../registry';
import { AccessTokens } from './access-tokens';
import { retryAfter } from './retry-after.policy';

const LARGEST = 2 * 1024 * 1024;

/** One page of an answer, and how long the registry wants to be left alone. */
export interface Page {
  status: number;
  body: string;
  retryAfterMs: number | undefined;
}

/**
 * Asks a registry over HTTP. Redirects are never followed: a registry that sends us elsewhere, perhaps into our own network,
 * gets no second question. Answers are cut off at 2 MiB.
 */
@Injectable()
export class RegistryClient {
  constructor(private readonly tokens: AccessTokens) {}

  /**
   * A token that is refused is replaced once, and the question asked again.
   * @throws TransientError when the registry cannot be reached or its answer breaks off.
   */
  async get(id: string, server: RegistryServer, url: string, signal: AbortSignal): Promise<Page> {
    if (server.tokenUrl === undefined) return ask(id, url, {}, signal);
    const token = await this.tokens.of(id, server, signal);
    const first = await ask(id, url, { Authorization: `Bearer ${token}` }, signal);
    if (first.status !== 401) return first;
    this.tokens.forget(id, token);
    const fresh = await this.tokens.of(id, server, signal);
    return ask(id, url, { Authorization: `Bearer ${fresh}` }, signal);
  }
}

async function ask(
  id: string,
  url: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<Page> {
  try {
    const accept = 'application/fhir+json, application/json;q=0.9, */*;q=0.1';
    const response = await fetch(url, {
      signal,
      redirect: 'manual',
      headers: { Accept: accept, ...headers },
    });
    const body = await readText(response, LARGEST);
    return { status: response.status, body, retryAfterMs: retryAfter(response.headers) };
  } catch (error) {
    // The address carries numbers of people; only what went wrong is told.
    throw new TransientError(`${id}: ${causeOf(error)}`);
  }
}

/** What went wrong and its code; the errors of `fetch` are not always of this realm's Error. */
function causeOf(error: unknown): string {
  const { message, cause } = (error ?? {}) as { message?: unknown; cause?: { code?: unknown } };
  const code = typeof cause?.code === 'string' ? ` (${cause.code})` : '';
  return `${typeof message === 'string' ? message : 'failed'}${code}`.slice(0, 200);
}
