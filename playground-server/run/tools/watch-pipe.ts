import { Socket } from 'node:net';
import { duplicate } from '../../linux/pipe.ts';

type OnData = (bytes: Uint8Array) => void;

/** Reads a pipe as data arrives, and closes it at its end or when it is destroyed. */
export function takePipe(fd: number, onData: OnData): Socket {
  const socket = new Socket({ fd, readable: true, writable: false });
  socket.on('data', onData);
  // When its writer was killed, a pipe may report an error instead of its end; both mean the end.
  socket.on('error', () => undefined);
  return socket;
}

/**
 * The same by a descriptor of its own, where others still use `fd`. Throws LibcError if there is none
 * left.
 */
export const watchPipe = (fd: number, onData: OnData): Socket => takePipe(duplicate(fd), onData);
