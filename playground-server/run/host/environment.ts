import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import { versionOf } from '../../compile/node-root.ts';
import { libcVersion } from '../../linux/libc.ts';
import type { Environment, Language } from '../../protocol/index.ts';

/** What does not change while the server runs. */
export type HostFacts = Omit<Environment, 'aioMaxNr' | 'scratch' | 'compiler'> & {
  compilers: Record<Language, string>;
};

/** First line of a command's output; "unknown" where the command is missing. */
function firstLine(command: string, ...args: string[]): string {
  try {
    const output = execFileSync(command, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    return output.toString('utf8').split('\n')[0] || 'unknown';
  } catch {
    return 'unknown';
  }
}

/** Asks the host once, which takes some 10 ms. */
export function hostFacts(): HostFacts {
  return {
    kernel: os.release(),
    machine: os.machine(),
    libc: `glibc ${libcVersion()}`,
    libaio: firstLine('dpkg-query', '-W', '-f', '${Version}\n', 'libaio-dev'),
    compilers: {
      c: firstLine('gcc', '--version'),
      typescript: `Node.js ${process.versions.node}, TypeScript ${versionOf('typescript')}, koffi ${versionOf('koffi')}`,
    },
  };
}

/**
 * fs.aio-max-nr, the number of events that all processes of the host may ask for together; proc(5).
 * 0 where the kernel has no AIO: the preflight says so.
 */
export function readAioMaxNr(file = '/proc/sys/fs/aio-max-nr'): number {
  if (!existsSync(file)) return 0;
  try {
    lastAioMaxNr = Number(readFileSync(file, 'utf8'));
  } catch {
    // No descriptor is left to read it with; it hardly ever changes.
  }
  return lastAioMaxNr;
}

let lastAioMaxNr = 0;
