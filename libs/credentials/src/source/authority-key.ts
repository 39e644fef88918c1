/** An authority's name for comparison: letters and digits only, lower case, without diacritics. `K.T.K.I.` = `ktki`. */
export function authorityKey(authority: string): string {
  return authority
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const ASCII = /^[ -~]*$/;

/** A licence or diploma number for comparison: letters and digits only, upper case, full-width forms folded. */
export function numberKey(number: string): string {
  // Most numbers are plain: a register has millions of them.
  if (ASCII.test(number)) return number.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
