import { isIP } from 'node:net';

/**
 * Where a request came from, by the proxies that are trusted: the last of them added the last entry. null where no
 * proxy is configured, because then whoever asks writes the header.
 */
export function clientAddress(forwardedFor: string | null, trustedProxies: number): string | null {
  if (forwardedFor === null || trustedProxies === 0) return null;
  const hops = forwardedFor.split(',').map((hop) => hop.trim());
  const address = hops.at(-trustedProxies) ?? '';
  return isIP(address) === 0 ? null : address;
}
