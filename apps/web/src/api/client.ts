import createClient from 'openapi-fetch';
import { currentLanguage } from '../app/language';
import { ATTENDED, isAttended } from './attention';
import { Problem } from './problem';
import type { components, paths } from './schema';
import { noteReached, noteUnreached } from './reach';
import { noteSessionLeft } from './session-left';
import { regainSession } from './sign-in-gate';

export { Problem, asProblem } from './problem';

/** A view or body of the API by its name in openapi.json: `Schema<'ApplicationView'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** One page of a list, as every list of the API answers. */
export interface Page<Item> {
  items: Item[];
  total: number;
  /** From 1. */
  page: number;
  pageSize: number;
}

/** Wrong credentials answer 401 too; asking to sign in again would be no help there. */
const SIGNING_IN = ['/api/session', '/api/demo/sign-ins'];

/** The API, typed by openapi.json: `call(api.GET('/api/applications/{id}', { params: { path: { id } } }))`. */
export const api = createClient<paths>({ baseUrl: '', credentials: 'same-origin', fetch: send });

/** The data of an answer; throws a Problem for a refusal or a lost connection. */
export async function call<Data>(
  request: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<Data> {
  const { data, error, response } = await request;
  if (!response.ok) {
    throw Problem.of(response.status, error, response.headers.get('Retry-After'), currentLanguage());
  }
  return data as Data;
}

/** Headers that make a repeated request have its effect once. Keep the key for all tries of one intent. */
export function idempotent(key: string): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': key };
}

/** A key for one intent of the person: one per opened form, not one per click. */
export function newIdempotencyKey(): string {
  return crypto.randomUUID();
}

/** The version that an edit rests on; the server answers 409 when somebody else was quicker. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}

async function send(request: Request): Promise<Response> {
  request.headers.set('Accept-Language', currentLanguage());
  if (!request.headers.has(ATTENDED) && !isAttended()) request.headers.set(ATTENDED, '0');
  const again = request.clone();
  const response = await attempt(request);
  if (response.status !== 401 || SIGNING_IN.includes(new URL(request.url).pathname)) return response;
  return (await regainSession()) ? attempt(again) : response;
}

async function attempt(request: Request): Promise<Response> {
  try {
    const response = await fetch(request);
    noteReached(response.status);
    noteSessionLeft(response.headers);
    return response;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    noteUnreached();
    throw Problem.offline();
  }
}
