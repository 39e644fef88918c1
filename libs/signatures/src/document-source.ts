/**
 * Where documents named by a credential come from: DID documents, keys, status lists. The product injects a client
 * that guards against requests to private addresses; the command line injects a folder.
 */
export interface DocumentSource {
  /**
   * The document served at an address, as parsed JSON or as the text of a JWT; undefined when there is none.
   * `did:web` is asked for by its https address, any other DID by the DID itself. What it throws (a time-out, say) reaches the caller.
   */
  get(url: string): Promise<unknown>;
  /** Everything that claims to be served at an address, where a source cannot tell which of several it is. */
  copies?(url: string): Promise<unknown[]>;
}

/** Answers nothing: only what explains itself (did:key, did:jwk) can then be verified. */
export const NO_DOCUMENTS: DocumentSource = { get: async () => undefined };
