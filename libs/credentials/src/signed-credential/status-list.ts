import { asList, decodeStatusBits, isObject, JsonObject, SMALLEST_LIST, statusAt } from '@himpun/signatures';
import { issuerId, typesOf } from './credential-facts';
import { issuerSignature } from './issuer-signature';
import { outcomeOf, Reason } from './reasons';
import { readSignedDocument } from './signed-document';
import { StatusFinding, StatusOptions } from './status-finding';
import { validityFaults } from './validity.policy';

/** What a status entry points at: `index` in the list at `url`, `size` bits wide. */
export interface ListEntry {
  type: string;
  url: string;
  purpose: string;
  index: number;
  size: number;
}

const LIST_TYPES: Record<string, { credential: string; subject: string }> = {
  BitstringStatusListEntry: { credential: 'BitstringStatusListCredential', subject: 'BitstringStatusList' },
  StatusList2021Entry: { credential: 'StatusList2021Credential', subject: 'StatusList2021' },
};
const MEANING: Record<string, Reason | null> = {
  revocation: 'revoked',
  suspension: 'suspended',
  refresh: null,
  message: null,
};

/** Looks an entry up in its list, after making sure that the list is genuine, in time and of the right kind. */
export async function statusInList(
  entry: ListEntry,
  issuer: string,
  options: StatusOptions,
): Promise<StatusFinding> {
  const source = await options.documents.get(entry.url);
  if (source === undefined) return { reasons: ['status_unavailable'], notes: [] };
  const secured = readSignedDocument(source);
  if (secured.kind !== 'credential') return { reasons: ['status_list_malformed'], notes: [] };
  const list = secured.credential;
  const { reasons } = await issuerSignature(secured, options);
  const listIssuer = issuerId(list) ?? '';
  const notes = listIssuer === issuer ? [] : ['status_list_of_another_issuer'];
  if (reasons.length > 0) return { reasons: [signatureReason(reasons)], notes };
  if (listIssuer !== issuer && options.trustsListIssuer?.(issuer, listIssuer) === false) {
    return { reasons: ['status_list_issuer_untrusted'], notes };
  }
  const fault = listFault(list, entry, options.at);
  if (fault) return { reasons: [fault], notes };
  const found = readEntry(list, entry);
  return { reasons: found.reasons, notes: [...notes, ...found.notes] };
}

function signatureReason(reasons: Reason[]): Reason {
  const broken = reasons.some((reason) => ['invalid', 'mismatch'].includes(outcomeOf(reason)));
  return broken ? 'status_list_signature_invalid' : 'status_list_unverifiable';
}

function listFault(list: JsonObject, entry: ListEntry, at: Date): Reason | undefined {
  const expected = LIST_TYPES[entry.type];
  const subject = list.credentialSubject;
  if (!expected || !typesOf(list).includes(expected.credential)) return 'status_list_wrong_type';
  if (!isObject(subject) || !typesOf(subject).includes(expected.subject)) return 'status_list_wrong_type';
  const time = validityFaults(list, at)[0];
  if (time) return time === 'expired' ? 'status_list_expired' : 'status_list_not_yet_valid';
  return asList(subject.statusPurpose).includes(entry.purpose) ? undefined : 'status_purpose_mismatch';
}

function readEntry(list: JsonObject, entry: ListEntry): StatusFinding {
  const { encodedList } = list.credentialSubject as JsonObject;
  let bits: Buffer;
  try {
    bits = decodeStatusBits(typeof encodedList === 'string' ? encodedList : '');
  } catch {
    return { reasons: ['status_list_malformed'], notes: [] };
  }
  const notes = bits.length * 8 < SMALLEST_LIST ? ['status_list_short'] : [];
  const value = statusAt(bits, entry.index, entry.size);
  if (value === undefined) return { reasons: ['status_index_out_of_range'], notes };
  if (value === 0) return { reasons: [], notes };
  const meaning = MEANING[entry.purpose];
  if (meaning === null) return { reasons: [], notes: [...notes, `status_${entry.purpose}:${value}`] };
  return { reasons: [meaning ?? 'status_purpose_unknown'], notes };
}
