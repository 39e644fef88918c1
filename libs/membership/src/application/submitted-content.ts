/** The answers, details and claims of one submission, by requirement id; plain data for comparing two of them. */
export interface SubmittedContent {
  details: {
    fullName: string;
    titleBefore: string | null;
    titleAfter: string | null;
    certificateName: string | null;
    /** `YYYY-MM-DD`. */
    birthDate: string | null;
    /** E.164. */
    phone: string | null;
  };
  answers: Record<string, unknown>;
  credentials: Record<
    string,
    { credentialId: string; kind: string; claim: Record<string, unknown>; evidenceFileIds: string[] }[]
  >;
}
