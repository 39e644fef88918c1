/** The nonce of this page's content security policy; style elements made at run time must carry it. */
export function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
}
