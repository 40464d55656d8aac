import { Socket } from 'node:net';
import { duplicate } from '../../linux/pipe.ts';

/**
 * Reads a pipe as data arrives, until its end or until it is destroyed. It uses a descriptor of its
 * own, because a socket closes its descriptor at the end of the pipe, and others may still use
 * `fd`.
 */
export function watchPipe(fd: number, onData: (bytes: Uint8Array) => void): Socket {
  const socket = new Socket({ fd: duplicate(fd), readable: true, writable: false });
  socket.on('data', onData);
  // When its writer was killed, a pipe may report an error instead of its end; both mean the end.
  socket.on('error', () => undefined);
  return socket;
}
