import { execFile, spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Outcome } from '../../../playground-server/protocol/index.ts';
import { linesIn } from './lines-in.ts';
import { parseStrace } from './parse-strace.ts';
import { straceCommand } from './strace-command.ts';
import type { ThreadCalls } from './thread-calls.ts';
import type { Tracee } from './tracee.ts';

/** What a tracee did outside of the playground, as strace saw it, if it was asked. */
export interface NativeRun {
  threads: ThreadCalls;
  /** of each of those calls; undefined where strace gives no stack, null where no line is on it */
  lines: (number | null | undefined)[][];
  stdout: string;
  outcome: Outcome;
}

/** What ends a native run before its program does. */
export interface Bounds {
  wallTimeMs: number;
  /** RLIMIT_FSIZE */
  fileBytes?: number;
}

/** The playground's own limit is 5 s; a program that takes longer here hangs. */
const hangs: Bounds = { wallTimeMs: 20_000 };

const server = resolve(import.meta.dirname, '../../../playground-server');
const flags = ['-D_GNU_SOURCE=', '-g', '-O0', '-w', '-no-pie'];
const compilers = { c: ['gcc', '-std=gnu17'], cpp: ['g++', '-std=gnu++20'] } as const;
// The playground links this into every program, and it decides what a dying program leaves behind.
const lineBuffered = join(server, 'compile/line-buffered-stdout.c');

/** As a stranger: root's capabilities would change what the kernel answers. */
const unprivileged =
  process.geteuid?.() === 0
    ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--inh-caps=-all']
    : [];

/**
 * Compiles a tracee with the playground's flags and runs it under strace on the bare host.
 * @param ownLineOnly calls that strace shall tell where a line of the tracee made them, beside those of
 *   native AIO
 */
export async function runNatively(
  tracee: Tracee,
  bounds = hangs,
  ownLineOnly: ReadonlySet<string> = new Set(),
): Promise<NativeRun> {
  const folder = await mkdtemp(join(tmpdir(), 'live-man-native-'));
  const scratch = await mkdtemp(
    join(tracee.scratch === 'disk' ? tmpdir() : '/dev/shm', 'live-man-'),
  );
  try {
    await chmod(folder, 0o777);
    await chmod(scratch, 0o777);
    const program = join(folder, 'program');
    const [compiler, standard] = compilers[tracee.language];
    await promisify(execFile)(compiler, [
      ...[standard, ...flags, '-o', program, tracee.path, lineBuffered],
      ...(tracee.libaio ? ['-laio'] : []),
    ]);
    const trace = join(folder, 'trace');
    const limited = bounds.fileBytes ? ['prlimit', `--fsize=${bounds.fileBytes}`] : [];
    const strace =
      tracee.strace === 'none'
        ? []
        : [...straceCommand(ownLineOnly, tracee.strace), '-o', trace, '--'];
    const { stdout, outcome } = await run(
      [...limited, ...unprivileged, ...strace, program],
      scratch,
      bounds.wallTimeMs,
    );
    const traced = tracee.strace === 'none' ? '' : await readFile(trace, 'utf8');
    const threads = parseStrace(traced, ownLineOnly);
    return { threads, lines: await linesIn(program, tracee.path, threads), stdout, outcome };
  } finally {
    await rm(folder, { recursive: true });
    await rm(scratch, { recursive: true });
  }
}

/** strace ends as its tracee does: with its status, or by its signal. */
function run(
  argv: string[],
  cwd: string,
  wallTimeMs: number,
): Promise<{ stdout: string; outcome: Outcome }> {
  const {
    promise,
    resolve: tell,
    reject,
  } = Promise.withResolvers<{
    stdout: string;
    outcome: Outcome;
  }>();
  const child = spawn(argv[0]!, argv.slice(1), {
    cwd,
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  const timer = setTimeout(() => endGroup(child.pid), wallTimeMs);
  child.on('error', reject);
  child.on('exit', () => endGroup(child.pid));
  child.on('close', (status, signal) => {
    clearTimeout(timer);
    const outcome: Outcome =
      signal === null ? { kind: 'exited', status: status ?? -1 } : { kind: 'signalled', signal };
    tell({ stdout, outcome });
  });
  return promise;
}

/** strace's tracees outlive it, so the whole group is ended. */
function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody is left.
  }
}
