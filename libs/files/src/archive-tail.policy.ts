const END_RECORD = Buffer.from('PK\u0005\u0006', 'latin1');
const END_RECORD_SIZE = 22;
const LONGEST_COMMENT = 65_535;

/**
 * Whether a reader of ZIP archives would find one in these bytes, whatever else they are: it looks from the end for the
 * record that closes an archive, and the record's own comment length must then fit into the file.
 */
export function carriesArchive(bytes: Buffer): boolean {
  const from = Math.max(0, bytes.length - END_RECORD_SIZE - LONGEST_COMMENT);
  for (let at = bytes.lastIndexOf(END_RECORD); at >= from; at = bytes.lastIndexOf(END_RECORD, at - 1)) {
    if (at + END_RECORD_SIZE <= bytes.length) {
      const start = bytes.readUInt32LE(at + 16);
      const comment = bytes.readUInt16LE(at + 20);
      if (start <= at && at + END_RECORD_SIZE + comment <= bytes.length) return true;
    }
    if (at === 0) break;
  }
  return false;
}
