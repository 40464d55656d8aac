import { fstatSync } from 'node:fs';
import { readdir, readlink } from 'node:fs/promises';

/** The other processes that have a pipe as their standard output. @param readFd the pipe's read end */
export async function pipeWriters(readFd: number): Promise<number[]> {
  const pipe = `pipe:[${fstatSync(readFd).ino}]`;
  const writers: number[] = [];
  for (const pid of await readdir('/proc'))
    if (/^\d+$/.test(pid) && (await outputOf(pid)) === pipe) writers.push(Number(pid));
  return writers;
}

/** Null if the process has ended, or its descriptors are none of ours; proc_pid_fd(5). */
const outputOf = (pid: string): Promise<string | null> =>
  readlink(`/proc/${pid}/fd/1`).catch(() => null);
