import { encodeStatusBits, SMALLEST_LIST, statusBits, type JsonObject } from '@himpun/signatures';

/** How long others may keep a list before they ask again, and the limit of every cache in between. */
export const LIST_TTL_SECONDS = 60;
/** A list that is older is signed again, long before it expires. */
export const RESIGN_AFTER_MS = 12 * 3_600_000;
const LIST_LIFE_MS = 48 * 3_600_000;

/** The address of a list. */
export function statusListAddress(publicUrl: string, listId: string): string {
  return `${publicUrl}/api/public/status-lists/${listId}`;
}

/** A list of revocation bits, not yet signed (Bitstring Status List 1.0). */
export function statusListCredential(list: {
  address: string;
  issuer: string;
  revoked: Iterable<number>;
  at: Date;
}): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: list.address,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: list.issuer,
    validFrom: list.at.toISOString(),
    validUntil: new Date(list.at.getTime() + LIST_LIFE_MS).toISOString(),
    credentialSubject: {
      id: `${list.address}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      ttl: LIST_TTL_SECONDS * 1_000,
      encodedList: encodeStatusBits(statusBits(SMALLEST_LIST, list.revoked)),
    },
  };
}

/** The entry of a credential that points at its bit. */
export function statusEntryOf(listAddress: string, position: number): JsonObject {
  return {
    id: `${listAddress}#${position}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(position),
    statusListCredential: listAddress,
  };
}
