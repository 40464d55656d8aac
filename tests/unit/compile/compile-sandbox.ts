import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { RootFile } from '../../../playground-server/sandbox/root-directory.ts';
import { toolchainFiles } from '../../../playground-server/compile/toolchain-root.ts';
import type {
  HeldTool,
  ToolJob,
  ToolOutcome,
  Tools,
} from '../../../playground-server/compile/tool.ts';

const wallTimeMs = 10_000;
const maxStdoutBytes = 32 * 1024 * 1024;
const maxStderrBytes = 1024 * 1024;

/** A compile sandbox for tests: bubblewrap and prlimit(1), without the server's uids and seccomp policy. */
export interface TestSandbox extends Omit<Tools, 'keepTool'> {
  holdTool: NonNullable<Tools['holdTool']>;
  root: string;
  /** Jobs started so far. */
  started(): number;
  close(): Promise<void>;
}

async function fill(root: string, files: RootFile[]): Promise<void> {
  for (const { source, target } of files) {
    await mkdir(join(root, dirname(target)), { recursive: true });
    await copyFile(source, join(root, target));
  }
  for (const directory of ['work', 'tmp', 'dev']) await mkdir(join(root, directory));
}

function start(root: string, job: ToolJob): { child: ChildProcess; forget: () => void } {
  const inputs = mkdtempSync(join(tmpdir(), 'compile-inputs-'));
  const binds = job.files.flatMap(({ path, bytes }, index) => {
    writeFileSync(join(inputs, String(index)), bytes);
    return ['--ro-bind', join(inputs, String(index)), path];
  });
  const limits = ['--as=1073741824', '--cpu=5:6', '--fsize=67108864', '--core=0'];
  const options = [
    ...['--unshare-all', '--die-with-parent', '--clearenv', '--ro-bind', root, '/'],
    ...['--dev', '/dev'],
  ];
  const scratch = [
    '--size',
    '67108864',
    '--tmpfs',
    '/work',
    '--size',
    '67108864',
    '--tmpfs',
    '/tmp',
  ];
  const child = spawn(
    'prlimit',
    [...limits, 'bwrap', ...options, ...scratch, ...binds, '--chdir', '/work', '--', ...job.argv],
    { stdio: 'pipe' },
  );
  return { child, forget: () => rmSync(inputs, { recursive: true, force: true }) };
}

/** Follows a child to its end; `startClock` begins its wall time. */
function follow(child: ChildProcess, signal: AbortSignal) {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  let bytes = 0;
  let early: ToolOutcome | null = null;
  const stop = (outcome: ToolOutcome) => {
    early ??= outcome;
    child.kill('SIGKILL');
  };
  const collect = (chunks: Buffer[], chunk: Buffer, limit: number) => {
    bytes += chunk.length;
    chunks.push(chunk);
    if (bytes > limit) stop({ kind: 'limit-exceeded', limit: 'output' });
  };
  child.stdout?.on('data', (chunk: Buffer) => collect(stdout, chunk, maxStdoutBytes));
  child.stderr?.on('data', (chunk: Buffer) => collect(stderr, chunk, maxStderrBytes));
  const cancel = () => stop({ kind: 'cancelled' });
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel, { once: true });
  let timer: NodeJS.Timeout | undefined;
  const outcome = new Promise<ToolOutcome>((resolve) => {
    child.on('error', (error) => resolve({ kind: 'faulted', message: String(error) }));
    child.on('close', (status) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      const text = { stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr) };
      resolve(early ?? { kind: 'exited', status: status ?? 255, ...text });
    });
  });
  const startClock = () => {
    timer = setTimeout(() => stop({ kind: 'limit-exceeded', limit: 'wall-time' }), wallTimeMs);
  };
  return { outcome, startClock };
}

/** Copies the toolchain into a directory of its own; `close` removes it. */
export async function createTestSandbox(): Promise<TestSandbox> {
  const root = await mkdtemp(join(tmpdir(), 'compile-root-'));
  await fill(root, await toolchainFiles());
  let started = 0;
  const open = (job: ToolJob) => {
    started += 1;
    return start(root, job);
  };
  const holdTool = (job: ToolJob): HeldTool => {
    const { child, forget } = open(job);
    const controller = new AbortController();
    const { outcome, startClock } = follow(child, controller.signal);
    void outcome.then(forget);
    child.stdin?.on('error', () => {});
    return {
      release(stdin, signal) {
        signal.addEventListener('abort', () => controller.abort(), { once: true });
        child.stdin?.end(stdin);
        startClock();
        return outcome;
      },
      discard: () => controller.abort(),
    };
  };
  return {
    root,
    started: () => started,
    runTool: (job) => {
      const { child, forget } = open(job);
      child.stdin?.end();
      const { outcome, startClock } = follow(child, job.signal);
      startClock();
      return outcome.finally(forget);
    },
    holdTool,
    close: () => rm(root, { recursive: true, force: true }),
  };
}
