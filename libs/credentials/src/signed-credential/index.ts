export { checkSignedCredential, type CheckOptions } from './check-signed-credential';
export type { CredentialFacts, CredentialFormat, SignedCredentialReport, SigningKey } from './report';
export { outcomeOf, REASONS, type Outcome, type Reason } from './reasons';
export { credentialFacts } from './credential-facts';
export {
  names,
  subjectBinding,
  type KnownIdentifier,
  type SubjectIdentifier,
} from './subject-identity.policy';
