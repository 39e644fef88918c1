import ipaddr from 'ipaddr.js';

/** Whom a limit counts by: an IPv4 address, or an IPv6 network of 64 bits, since one household or host owns a whole one. */
export function clientNetwork(ip: string): string {
  if (!ipaddr.isValid(ip)) return 'unknown';
  const address = ipaddr.process(ip);
  if (address.kind() === 'ipv4') return address.toString();
  return `${address.toNormalizedString().split(':').slice(0, 4).join(':')}::/64`;
}
