import { createHash } from 'node:crypto';

/** What stands in the columns of a file for versions that come from none. */
export const NO_FILE = {
  fileName: '',
  fileSize: 0,
  fileSha256: createHash('sha256').digest(),
  mapping: {},
  delimiter: '',
  rowCount: 0,
  errorCount: 0,
  report: { ignored: [], sample: [], changes: null },
};
