import { clientAddress } from './client-address.ts';
import type { AppContext } from '../server-parts.ts';

/** Which client a request counts for: by its socket, or by what trusted proxies wrote down. */
export function requestClient(c: AppContext, trustProxyHops: number): string {
  const socketAddress = c.env?.incoming?.socket.remoteAddress;
  const forwardedFor = c.req.header('x-forwarded-for');
  return clientAddress({ socketAddress, forwardedFor }, trustProxyHops);
}
