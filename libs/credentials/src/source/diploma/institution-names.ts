import institutions from './institutions.json';

/** Names that one institution bears at once or bore before: other languages, brands, forms of the law. Lower case. */
const SAME: readonly (readonly string[])[] = [
  ['institut pertanian bogor', 'bogor agricultural university', 'ipb university', 'ipb'],
  ['universitas bina nusantara', 'binus university', 'bina nusantara university', 'binus'],
  ['institut teknologi sepuluh nopember', 'sepuluh nopember institute of technology', 'its'],
  ['institut teknologi bandung', 'bandung institute of technology', 'itb'],
  ['universitas syarif hidayatullah', 'universitas islam negeri syarif hidayatullah jakarta', 'uin jakarta'],
  ['universitas sumatera utara', 'university of north sumatra', 'usu'],
  ['universitas sebelas maret', 'sebelas maret university', 'uns'],
  ['universitas pendidikan indonesia', 'indonesia university of education', 'upi'],
  ['universitas terbuka', 'universitas terbuka indonesia', 'indonesia open university', 'ut'],
  ['universitas halu oleo', 'universitas haluoleo', 'uho', 'unhalu'],
  ['politeknik keuangan negara stan', 'sekolah tinggi akuntansi negara stan', 'pkn stan', 'stan'],
  ['universitas esa unggul', 'universitas indonusa esa unggul'],
  ['universitas prasetiya mulya', 'prasetiya mulya business school'],
  ['universitas amikom yogyakarta', 'stmik amikom yogyakarta', 'amikom'],
  ['massachusetts institute of technology', 'mit'],
];

/** `ugm` → `Universitas Gadjah Mada`: the first label of a domain is what the house calls itself. */
const BY_LABEL = new Map<string, string>();
const BY_DOMAIN = new Map<string, string>();
for (const { name, domains } of institutions) {
  for (const domain of domains) {
    BY_DOMAIN.set(domain, name);
    BY_LABEL.set((domain.split('.')[0] ?? '').toLowerCase(), name);
  }
}

/** The institution's other names, itself included; of a short form or a domain, the names it stands for. */
export function namesOfInstitution(name: string): string[] {
  const plain = name.toLowerCase().replace(/\s+/g, ' ').trim();
  const domain = /^(?:https?:\/\/)?(?:[^@/\s]*@)?(?:www\.)?([a-z0-9.-]+\.[a-z]{2,})(?:\/.*)?$/.exec(
    plain,
  )?.[1];
  const known = domain === undefined ? BY_LABEL.get(plain) : ofDomain(domain);
  const start = [plain, ...(known === undefined ? [] : [known.toLowerCase()])];
  const more = SAME.filter((group) =>
    start.some((one) => group.includes(one.replace(/[^\p{L}\p{N} ]/gu, ''))),
  );
  return [...new Set([...start, ...more.flat()])];
}

/** `mail.ugm.ac.id` is of `ugm.ac.id`. */
function ofDomain(domain: string): string | undefined {
  const labels = domain.split('.');
  for (let at = 0; at < labels.length - 1; at += 1) {
    const found = BY_DOMAIN.get(labels.slice(at).join('.'));
    if (found !== undefined) return found;
  }
  return undefined;
}
