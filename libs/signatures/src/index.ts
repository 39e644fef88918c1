export { asList, isObject, parseJson, type JsonObject } from './json';
export { SignatureFault, type SignatureFaultCode } from './signature-fault';
export { NO_DOCUMENTS, type DocumentSource } from './document-source';
export { canonicalJson, canonicalRdf, type HashName } from './canonical';
export { dataIntegrityHash, suiteOf, type Suite } from './data-integrity';
export { verifyProofs, type ProofOptions, type ProofResult } from './proofs';
export { signDataIntegrity, signJws, type DataIntegritySigner } from './sign';
export { didWebOf, didWebUrl, keyInDid } from './did';
export {
  methodsOf,
  resolveVerificationMethod,
  type ProofPurpose,
  type VerificationMethod,
} from './verification-method';
export {
  keyFromJwk,
  keyFromMultibase,
  keyFromObject,
  keyFromPem,
  multikeyOf,
  type KeyType,
  type VerificationKey,
} from './verification-key';
export { certificatesIn, chainsToRoot, rootOf, x509 } from './certificate-chain';
export { decodeBase64Url, decodeMultibase, encodeMultibase } from './multibase';
export { jwsHolds, keyTypeFor, looksLikeJws, parseJws, type Jws } from './jws';
export {
  decodeStatusBits,
  decodeTokenStatus,
  encodeStatusBits,
  encodeTokenStatus,
  SMALLEST_LIST,
  statusAt,
  statusBits,
  tokenStatusAt,
} from './status-bits';
export {
  assertKeyBinding,
  compactFromJson,
  disclosedClaims,
  looksLikeSdJwt,
  parseSdJwt,
  type SdJwt,
} from './sd-jwt';
export { bakePng, isPng, pngTexts } from './baked-png';
export { bakeSvg, isSvg, svgCredential } from './baked-svg';
export {
  extractCredential,
  LARGEST_FILE,
  type Container,
  type Extraction,
  type NoCredential,
} from './extract-credential';
