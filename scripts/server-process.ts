import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';

/** The playground server as users start it, on a free port. */
export interface ServerProcess {
  pid: number;
  port: number;
  /** resident memory in MiB: now, and the largest so far; /proc/pid/status */
  memory: () => { nowMiB: number; peakMiB: number };
  /**
   * Asks it to end, as a service manager would, and waits; its exit status, or null after a signal.
   */
  stop(): Promise<number | null>;
}

/** Starts a server with these variables added to the environment; throws if it ends at once. */
export async function startServer(variables: Record<string, string> = {}): Promise<ServerProcess> {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: { start: string };
  };
  // The very command of `npm start`; env and exec make the server the child itself.
  const child = spawn('/bin/sh', ['-c', `exec env ${scripts.start}`], {
    // The Node that runs this is the project's own; the machine's may be older.
    env: {
      ...process.env,
      PATH: pathWithOwnNode,
      PORT: '0',
      LOG_LEVEL: 'silent',
      // Only those who need TypeScript ready ask for it, since each start then costs seconds of CPU
      // time.
      TYPESCRIPT_READY: '0',
      KERNELS: 'off',
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  return {
    pid: child.pid!,
    port: await listeningPort(child),
    memory: () => ({ nowMiB: statusMiB(child, 'VmRSS'), peakMiB: statusMiB(child, 'VmHWM') }),
    async stop() {
      child.kill('SIGTERM');
      return (await ended)[0];
    },
  };
}

const pathWithOwnNode = `${dirname(process.execPath)}:${process.env['PATH']}`;

async function listeningPort({ stdout }: ChildProcess): Promise<number> {
  for await (const line of createInterface({ input: stdout! })) {
    const port = Number(/http:\/\/[^:]+:(\d+)/.exec(line)?.[1]);
    if (port) return port;
  }
  throw new Error('the server ended before it listened');
}

function statusMiB({ pid }: ChildProcess, row: string): number {
  const text = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`^${row}:\\s+(\\d+)`, 'm').exec(text)?.[1]) / 1024;
}
