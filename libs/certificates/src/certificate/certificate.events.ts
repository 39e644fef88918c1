/** What this library announces. */
export const CERTIFICATE_EVENTS = {
  /** `{certificateId}`: to be signed by the worker. */
  issueRequested: 'certificates.issue_requested',
  /** `{certificateId}`: signed, ready for its holder. */
  issued: 'certificates.issued',
  /** `{certificateId}`: taken back; its bit is set. */
  revoked: 'certificates.revoked',
  /** `{certificateId, replacedById}`: another certificate took its place. */
  replaced: 'certificates.replaced',
} as const;
