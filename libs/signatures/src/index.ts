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
  multikeyOf,
  type KeyType,
  type VerificationKey,
} from './verification-key';
export { decodeBase64Url, decodeMultibase, encodeMultibase } from './multibase';
export { jwsHolds, keyTypeFor, looksLikeJws, parseJws, type Jws } from './jws';
export { decodeStatusBits, encodeStatusBits, SMALLEST_LIST, statusAt, statusBits } from './status-bits';
export { bakePng, isPng, pngTexts } from './baked-png';
export { bakeSvg, isSvg, svgCredential } from './baked-svg';
export {
  extractCredential,
  LARGEST_FILE,
  type Container,
  type Extraction,
  type NoCredential,
} from './extract-credential';
