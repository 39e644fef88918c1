export { checkSignedCredential, type CheckOptions } from './check-signed-credential';
export type { CredentialFacts, CredentialFormat, SignedCredentialReport, SigningKey } from './report';
export { outcomeOf, REASONS, type Outcome, type Reason } from './reasons';
export { credentialFacts, NO_FACTS } from './credential-facts';
export { readFacts } from './document-facts';
export type { GivenKey } from './signature-verdict';
export {
  names,
  subjectBinding,
  type KnownIdentifier,
  type SubjectIdentifier,
} from './subject-identity.policy';
export { issuerMetadataUrl } from './served-keys';
