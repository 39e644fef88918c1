import { asList, isObject, JsonObject } from '@himpun/signatures';
import { issuerId } from './credential-facts';
import { isListedBy1EdTech } from './edtech-revocation-list';
import { Reason } from './reasons';
import { StatusFinding, StatusOptions } from './status-finding';
import { ListEntry, statusInList } from './status-list';

const LIST_ENTRY_TYPES = ['BitstringStatusListEntry', 'StatusList2021Entry'];
const MOST_ENTRIES = 10;

/**
 * What a credential's status entries say (Bitstring Status List 1.0, StatusList2021, 1EdTech revocation list). All of them count; an
 * entry that cannot be looked up is never read as "not revoked".
 */
export async function credentialStatus(
  credential: JsonObject,
  options: StatusOptions,
): Promise<StatusFinding> {
  const entries = asList(credential.credentialStatus);
  if (entries.length > MOST_ENTRIES) return { reasons: ['status_malformed'], notes: [] };
  const findings: StatusFinding[] = [];
  for (const entry of entries) findings.push(await entryStatus(entry, credential, options));
  return {
    reasons: [...new Set(findings.flatMap(({ reasons }) => reasons))],
    notes: [...new Set(findings.flatMap(({ notes }) => notes))],
  };
}

async function entryStatus(
  entry: unknown,
  credential: JsonObject,
  options: StatusOptions,
): Promise<StatusFinding> {
  if (!isObject(entry)) return only('status_malformed');
  const types = asList(entry.type);
  const type = LIST_ENTRY_TYPES.find((known) => types.includes(known));
  if (type) {
    const read = listEntry(entry, type);
    return read ? statusInList(read, issuerId(credential) ?? '', options) : only('status_malformed');
  }
  if (types.includes('1EdTechRevocationList')) return isListedBy1EdTech(entry, credential, options.documents);
  return only('status_unsupported');
}

/** The index is a text by the standard; numbers are common enough to be read too. */
function listEntry(entry: JsonObject, type: string): ListEntry | undefined {
  const { statusListCredential: url, statusPurpose: purpose, statusListIndex, statusSize } = entry;
  const digits = typeof statusListIndex === 'number' ? String(statusListIndex) : statusListIndex;
  const size = statusSize === undefined ? 1 : statusSize;
  if (typeof url !== 'string' || typeof purpose !== 'string' || typeof digits !== 'string') return undefined;
  if (
    !/^\d{1,15}$/.test(digits) ||
    typeof size !== 'number' ||
    !Number.isInteger(size) ||
    size < 1 ||
    size > 8
  )
    return undefined;
  return { type, url: url.split('#', 1)[0] ?? '', purpose, index: Number(digits), size };
}

function only(reason: Reason): StatusFinding {
  return { reasons: [reason], notes: [] };
}
