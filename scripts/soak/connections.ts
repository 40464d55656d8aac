import { readFileSync } from 'node:fs';

/** TCP_ESTABLISHED; net/tcp_states.h. */
const established = '01';

/** Open connections to a port of this host, as /proc/net/tcp lists them; proc(5). */
export function connectionsTo(port: number): number {
  const digits = port.toString(16).toUpperCase().padStart(4, '0');
  return readFileSync('/proc/net/tcp', 'latin1')
    .split('\n')
    .map((row) => row.trim().split(/\s+/))
    .filter(([, local, , state]) => local?.endsWith(`:${digits}`) && state === established).length;
}
