import type { Readable } from 'node:stream';
import { watchPipe } from './watch-pipe.ts';

/** A pipe that is being read. */
export interface Collected {
  /** Fulfilled at its end, or when it is dropped. */
  bytes: Promise<Buffer>;
  /** Reads no more of it. */
  drop(): void;
}

/**
 * Reads a pipe to its end; beyond `maxBytes` it keeps nothing and calls `overflow`.
 * @param read takePipe, or watchPipe where others still use the descriptor
 */
export function collect(
  fd: number,
  maxBytes: number,
  overflow: () => void,
  read: typeof watchPipe = watchPipe,
): Collected {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const socket: Readable = read(fd, (bytes) => {
    size += bytes.length;
    if (size > maxBytes) overflow();
    else chunks.push(bytes);
  });
  return {
    bytes: new Promise((resolve) => socket.once('close', () => resolve(Buffer.concat(chunks)))),
    drop: () => void socket.destroy(),
  };
}
