import { Socket } from 'node:net';

/** What bubblewrap reports through --json-status-fd; bwrap(1). */
export interface LauncherStatus {
  /**
   * Pid of the sandbox's pid 1, once the namespaces exist. Rejects if bubblewrap ends before that.
   */
  childPid: Promise<number>;
  /** bubblewrap has closed the pipe, which it does by ending. */
  closed: Promise<void>;
}

/** Reads the status pipe to its end, then closes it. */
export function readStatus(fd: number): LauncherStatus {
  const child = Promise.withResolvers<number>();
  const closed = Promise.withResolvers<void>();
  let text = '';
  const stream = new Socket({ fd, readable: true, writable: false });
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    const pid = /"child-pid": (\d+)\b[^\d]/.exec(text)?.[1];
    if (pid) child.resolve(Number(pid));
  });
  stream.on('error', () => undefined);
  stream.once('close', () => {
    child.reject(new Error('bubblewrap ended before it made a sandbox'));
    closed.resolve();
  });
  return { childPid: child.promise, closed: closed.promise };
}
