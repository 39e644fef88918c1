import {
  decodeTokenStatus,
  isObject,
  JsonObject,
  Jws,
  looksLikeJws,
  parseJws,
  SignatureFault,
  tokenStatusAt,
} from '@himpun/signatures';
import { outcomeOf, Reason } from '../reasons';
import { StatusFinding, StatusOptions } from '../status-finding';
import { tokenVerdict } from '../token-verdict';

/** Token Status List §7.1: 0 stands for valid; others than these are for the issuer's own use. */
const MEANING: Readonly<Record<number, Reason>> = { 1: 'revoked', 2: 'suspended' };
const SIZES: unknown[] = [1, 2, 4, 8];

/** What the `status` of a token says (Token Status List, IETF). A list that cannot be had is never read as "not revoked". */
export async function tokenStatus(
  status: unknown,
  issuer: string,
  options: StatusOptions,
): Promise<StatusFinding> {
  if (status === undefined) return { reasons: [], notes: [] };
  if (!isObject(status)) return only('status_malformed');
  const { status_list: entry } = status;
  if (entry === undefined) return only('status_unsupported');
  if (!isObject(entry)) return only('status_malformed');
  const { idx, uri } = entry;
  if (typeof uri !== 'string' || typeof idx !== 'number' || !Number.isSafeInteger(idx) || idx < 0)
    return only('status_malformed');
  const document = await options.documents.get(uri);
  if (document === undefined) return only('status_unavailable');
  const list = listIn(document);
  if (!list) return only('status_list_malformed');
  return statusIn(list, { idx, uri }, issuer, options);
}

async function statusIn(
  list: Jws,
  { idx, uri }: { idx: number; uri: string },
  issuer: string,
  options: StatusOptions,
): Promise<StatusFinding> {
  const { payload } = list;
  if (list.header.typ !== 'statuslist+jwt') return only('status_list_wrong_type');
  const listIssuer = typeof payload.iss === 'string' ? payload.iss : issuer;
  const notes = listIssuer === issuer ? [] : ['status_list_of_another_issuer'];
  const { reasons } = await tokenVerdict(list, { issuer: listIssuer }, options);
  if (reasons.length > 0) {
    const broken = reasons.some((reason) => ['invalid', 'mismatch'].includes(outcomeOf(reason)));
    return only(broken ? 'status_list_signature_invalid' : 'status_list_unverifiable', notes);
  }
  if (listIssuer !== issuer && options.trustsListIssuer?.(issuer, listIssuer) === false)
    return only('status_list_issuer_untrusted', notes);
  if (payload.sub !== uri) return only('status_list_malformed', notes);
  const time = timeFault(payload, options.at.getTime() / 1000);
  if (time) return only(time, notes);
  const value = entryOf(payload, idx);
  if (typeof value === 'string') return only(value, notes);
  return value === 0 ? { reasons: [], notes } : only(MEANING[value] ?? 'status_purpose_unknown', notes);
}

function timeFault({ iat, exp }: JsonObject, now: number): Reason | undefined {
  if (typeof iat !== 'number' || (exp !== undefined && typeof exp !== 'number'))
    return 'status_list_malformed';
  if (iat > now + CLOCK_SKEW_SECONDS) return 'status_list_not_yet_valid';
  return exp !== undefined && now >= exp ? 'status_list_expired' : undefined;
}

function entryOf({ status_list: list }: JsonObject, idx: number): number | Reason {
  if (!isObject(list) || typeof list.lst !== 'string' || !SIZES.includes(list.bits))
    return 'status_list_malformed';
  try {
    return tokenStatusAt(decodeTokenStatus(list.lst), idx, Number(list.bits)) ?? 'status_index_out_of_range';
  } catch (error) {
    if (error instanceof SignatureFault) return 'status_list_malformed';
    throw error;
  }
}

function listIn(document: unknown): Jws | undefined {
  const text = typeof document === 'string' ? document.trim() : '';
  if (!looksLikeJws(text)) return undefined;
  try {
    return parseJws(text);
  } catch (error) {
    if (error instanceof SignatureFault) return undefined;
    throw error;
  }
}

function only(reason: Reason, notes: string[] = []): StatusFinding {
  return { reasons: [reason], notes };
}

const CLOCK_SKEW_SECONDS = 300;
