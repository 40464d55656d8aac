import { isIP } from 'node:net';

/** Where a request seems to come from: the socket, and what the proxies in front wrote down. */
export interface Origin {
  socketAddress: string | undefined;
  forwardedFor: string | undefined;
}

/**
 * The address that counts as one client in the queue. Each trusted proxy appends the address it saw
 * to X-Forwarded-For, so the client's is `trustProxyHops` from the end; the client itself wrote
 * anything before that. A host owns a whole IPv6 /64, so a /64 is one client.
 */
export function clientAddress(origin: Origin, trustProxyHops: number): string {
  const seen = (origin.forwardedFor ?? '').split(',').map((address) => address.trim());
  const forwarded = trustProxyHops > 0 ? seen.at(-trustProxyHops) : undefined;
  const address = forwarded && isIP(forwarded) ? forwarded : (origin.socketAddress ?? 'unknown');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  return isIP(address) === 6 ? networkOf(address) : address;
}

/** The first four of eight groups; "::" represents as many zero groups as are missing. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const last = (tail ?? '').split(':').filter(Boolean);
  // A dotted quad at the end counts as two groups.
  const taken = groups.length + last.length + (address.includes('.') ? 1 : 0);
  const zeros = Array<string>(tail === undefined ? 0 : Math.max(0, 8 - taken)).fill('0');
  const network = [...groups, ...zeros, ...last].slice(0, 4);
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
