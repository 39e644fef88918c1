import { credentialFacts, NO_FACTS } from './credential-facts';
import { certifiedIssuer } from './certificate-verdict';
import { assertionFacts } from './open-badge-2/assertion.policy';
import { holderOf } from './presentation';
import type { CredentialFacts } from './report';
import { tokenFacts } from './sd-jwt/token-facts';
import { readSignedDocument, type SignedDocument, type Unreadable } from './signed-document';

/** What a signed document of any kind says of itself, read without believing it; why not, for one that cannot be read. */
export function readFacts(source: unknown): CredentialFacts | Unreadable {
  return factsOf(readSignedDocument(source));
}

function factsOf(document: SignedDocument): CredentialFacts | Unreadable {
  switch (document.kind) {
    case 'unreadable':
      return document;
    case 'credential':
      return credentialFacts(document.credential);
    case 'open-badge-2':
      return assertionFacts(document.assertion);
    case 'sd-jwt': {
      const { issued } = document.sdJwt;
      const { iss } = document.claims;
      const issuer = typeof iss === 'string' ? iss : certifiedIssuer(issued.header.x5c);
      return tokenFacts(document.claims, issued, issuer);
    }
    case 'presentation': {
      const [only, ...others] = document.contained;
      const subject = { ...NO_FACTS.subject, id: holderOf(document.presentation) };
      const read = readSignedDocument(only);
      return others.length === 0 && read.kind !== 'presentation'
        ? factsOf(read)
        : { ...NO_FACTS, format: 'presentation', subject };
    }
  }
}
