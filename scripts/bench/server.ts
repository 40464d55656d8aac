import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** The playground server as users start it, on a free port. */
export interface BenchServer {
  port: number;
  /** resident memory in MiB: now, and the largest so far; /proc/pid/status */
  memory(): { nowMiB: number; peakMiB: number };
  stop(): Promise<void>;
}

export async function startServer(): Promise<BenchServer> {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: { start: string };
  };
  // The very command of `npm start`; env and exec make the server the child itself.
  const child = spawn('/bin/sh', ['-c', `exec env ${scripts.start}`], {
    env: {
      ...process.env,
      PORT: '0',
      LOG_LEVEL: 'silent',
      RUNS_PER_CLIENT: '1000',
      RUNS_WAITING: '1000',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let port = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    port = Number(/http:\/\/[^:]+:(\d+)/.exec(line)?.[1]);
    if (port) break;
  }
  const status = (row: string) => {
    const text = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    return Number(new RegExp(`^${row}:\\s+(\\d+)`, 'm').exec(text)?.[1]) / 1024;
  };
  return {
    port,
    memory: () => ({ nowMiB: status('VmRSS'), peakMiB: status('VmHWM') }),
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
