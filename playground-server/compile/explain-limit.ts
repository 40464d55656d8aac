import type { LimitName } from '../protocol/index.ts';
import type { Diagnostic } from './compile-result.ts';
import { statusAfter } from './shell-status.ts';

type CompilerLimit = Extract<
  LimitName,
  'wall-time' | 'cpu-time' | 'memory' | 'output' | 'file-size'
>;

const explanations: Record<CompilerLimit, string> = {
  'wall-time': 'the compiler did not finish within its time limit',
  'cpu-time': 'the compiler used up its CPU time limit',
  memory: 'the compiler ran out of the memory that it may use',
  output: 'the compiler wrote more than the playground accepts, as a program or as messages',
  'file-size': 'the compiler wrote more than it may keep on its disk',
};

/** By the signals that limits send, or lead to; setrlimit(2). */
const limitsByStatus: ReadonlyMap<number, CompilerLimit> = new Map([
  [statusAfter('SIGXCPU'), 'cpu-time'],
  [statusAfter('SIGXFSZ'), 'file-size'],
  // gcc says where it fails, unless there is no room on its stack to say it.
  [statusAfter('SIGSEGV'), 'memory'],
]);

/**
 * What the tools print when the kernel denies them memory or space: they have no exit code for it.
 */
const complaints: [RegExp, CompilerLimit][] = [
  [/out of memory|memory exhausted|cannot allocate memory|bad_alloc/i, 'memory'],
  [/no space left on device|file too (big|large)|file size limit/i, 'file-size'],
];

/** The limit that stopped a tool, by its exit status and messages; null where none did. */
export function limitBehind(status: number, messages: string): CompilerLimit | null {
  const bySignal = limitsByStatus.get(status);
  if (bySignal) return bySignal;
  return complaints.find(([complaint]) => complaint.test(messages))?.[1] ?? null;
}

/** Says which limit the compiler hit, and what the reader can do about it. */
export function explainLimit(limit: CompilerLimit): Diagnostic {
  const hint = 'look for endless #include or macro expansion, or for a huge initialised array';
  return { severity: 'error', line: 0, column: 0, message: `${explanations[limit]}: ${hint}` };
}
