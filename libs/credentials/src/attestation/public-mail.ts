/** Mail boxes that anybody can open: an address there says nothing about an institution. */
const PROVIDERS = new Set(
  `gmail googlemail yahoo ymail rocketmail outlook hotmail live msn passport icloud me mac aol aim proton protonmail pm
  gmx web mail email zoho zohomail yandex ya rambler bk inbox list qq 163 126 yeah sina sohu foxmail naver daum hanmail
  rediffmail tutanota tutamail tuta keemail fastmail hushmail mailfence posteo mailbox runbox startmail hey duck lycos
  excite att comcast verizon sbcglobal bellsouth cox btinternet virginmedia orange wanadoo free laposte t-online freenet
  libero virgilio tiscali seznam wp o2 interia onet abv ukr bigpond telkom plasa indosat cbn biznet
  mailinator guerrillamail 10minutemail tempmail temp-mail yopmail sharklasers trashmail throwawaymail getnada maildrop
  dispostable mintemail moakt emailondeck mohmal burnermail simplelogin anonaddy addy relay`.split(/\s+/),
);

/** Suffixes under which those names stand; an institution of the same name elsewhere (`me.ac.id`) is none of them. */
const OPEN_SUFFIX = /^(?:[a-z]{2,3}|co\.[a-z]{2}|com\.[a-z]{2}|net\.id|info|email|name)$/;

/** Words in front of a domain that stand for people's own boxes, not for an office. */
const PERSONAL = /^(?:students?|mhs|mahasiswa|siswa|alumni|alumnus|alumna|alum|pelajar|member|members)$/;

/** @param label the part below the public suffix; @param suffix the public suffix. */
export function isPublicMail(label: string, suffix: string): boolean {
  return PROVIDERS.has(label) && OPEN_SUFFIX.test(suffix);
}

/** Whether the domain is one of students, alumni or members: whoever is asked about may have a box there too. */
export function isPersonalBox(domain: string): boolean {
  return domain.split('.').some((label) => PERSONAL.test(label));
}
