import ipaddr from 'ipaddr.js';

/** Whether an IP address belongs to the public internet: not private, loopback, link-local, mapped, translated or reserved. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

/** Why an address named by a stranger is not fetched; null when it may be tried. Names are resolved and judged later. */
export function addressFault(address: string, allowedOrigins: readonly string[]): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return 'not an address';
  }
  if (url.username !== '' || url.password !== '') return 'carries a user name';
  if (allowedOrigins.includes(url.origin)) return null;
  if (url.protocol !== 'https:') return 'not https';
  if (url.port !== '') return 'a port of its own';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(host)) return isPublicAddress(host) ? null : 'not a public address';
  return /^(?=.{4,253}$)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(host) ? null : 'not a public name';
}
