import { Reason } from './reasons';
import { SignatureOptions } from './signature-verdict';

export interface StatusOptions extends SignatureOptions {
  /** Whose lists count for an issuer's credentials. Not given: anybody's, as the signed credential itself names the list. */
  trustsListIssuer?: (issuer: string, listIssuer: string) => boolean;
}

/** What status entries say: no reasons means that nothing stands against the credential. */
export interface StatusFinding {
  reasons: Reason[];
  notes: string[];
}
