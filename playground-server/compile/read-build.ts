import { binutilsDiagnostic } from './binutils-diagnostics.ts';
import { boundDiagnostics } from './bound-diagnostics.ts';
import type { CompileResult, Diagnostic } from './compile-result.ts';
import { explainLimit, limitBehind } from './explain-limit.ts';
import { gccDiagnostics } from './gcc-diagnostics.ts';
import type { ToolOutcome } from './tool.ts';

/** What a finished build says, before it is timed. */
export type Build =
  | { kind: 'compiled'; program: Uint8Array; diagnostics: Diagnostic[] }
  | Exclude<CompileResult, { kind: 'compiled' }>;

/** The last line of build-c.sh: which stage failed, and its status. */
const failure = /^(cc1|as|ld) (\d+)$/;

/** execve(2) failed, in a shell's words: the toolchain is damaged, which is our fault. */
const notStarted = (status: number) => status === 126 || status === 127;

function readMessages(lines: string[], source: string): Diagnostic[] {
  return lines.flatMap((line) => {
    const fromGcc = gccDiagnostics(line, source);
    if (fromGcc) return fromGcc;
    return binutilsDiagnostic(line) ?? [];
  });
}

function readFailure(lines: string[], status: number, source: string): Build {
  const text = lines.filter((line) => gccDiagnostics(line, source) === null).join('\n');
  const limit = limitBehind(status, text);
  const read = readMessages(lines, source);
  const isExplained = read.some((diagnostic) => diagnostic.severity === 'error');
  const unread: Diagnostic[] = [{ severity: 'error', line: 0, column: 0, message: text }];
  const diagnostics = limit
    ? [explainLimit(limit), ...read]
    : isExplained
      ? read
      : [...unread, ...read];
  return { kind: 'not-compiled', diagnostics: boundDiagnostics(diagnostics) };
}

/** Turns what the sandbox brought back into a program, or into the reason why there is none. */
export function readBuild(outcome: ToolOutcome, source: string): Build {
  if (outcome.kind === 'limit-exceeded') {
    return { kind: 'not-compiled', diagnostics: [explainLimit(outcome.limit)] };
  }
  if (outcome.kind !== 'exited') return outcome;
  const messages = Buffer.from(outcome.stderr).toString('utf8');
  const lines = messages.split('\n').filter((line) => line !== '');
  if (outcome.status === 0) {
    const diagnostics = boundDiagnostics(readMessages(lines, source));
    return { kind: 'compiled', program: outcome.stdout, diagnostics };
  }
  const status = Number(failure.exec(lines.at(-1) ?? '')?.[2] ?? NaN);
  if (Number.isNaN(status) || notStarted(status)) {
    return { kind: 'faulted', message: `the compiler did not run: ${messages.slice(0, 2048)}` };
  }
  return readFailure(lines.slice(0, -1), status, source);
}
