import { Socket } from 'node:net';
import { duplicate } from '../../linux/pipe.ts';

/**
 * Reads a pipe as data arrives, until its end or until it is destroyed. Works on a descriptor of its
 * own: a socket closes its one at the end of the pipe, when others may still read from `fd`.
 */
export function watchPipe(fd: number, onData: (bytes: Uint8Array) => void): Socket {
  const socket = new Socket({ fd: duplicate(fd), readable: true, writable: false });
  socket.on('data', onData);
  // A pipe whose writer was killed may report an error instead of its end; both mean the end.
  socket.on('error', () => undefined);
  return socket;
}
