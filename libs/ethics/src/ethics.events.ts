/** A new edition is current for its group and every group below that has no code of its own. */
export interface CodePublished {
  type: 'ethics.code_published';
  payload: { codeId: string; groupId: string };
}

/** A person acknowledged an edition; `groupId` is the group that published it. */
export interface CodeAcknowledged {
  type: 'ethics.code_acknowledged';
  payload: { acknowledgementId: string; personId: string; groupId: string; codeId: string };
}
