import { binutilsDiagnostic } from './binutils-diagnostics.ts';
import { boundDiagnostics } from '../guest/bound-diagnostics.ts';
import type { CompiledProgram, CompileResult, Diagnostic } from './compile-result.ts';
import { explainLimit, limitBehind } from './explain-limit.ts';
import { readGccJson } from './gcc-diagnostics.ts';
import type { ReadMessages } from './gcc-messages.ts';
import type { Program } from './program.ts';
import { statusAfter } from './shell-status.ts';
import type { SnippetText } from './snippet-text.ts';
import type { Fault, ToolOutcome } from './tool.ts';

/** The result of a finished build, before its time is added. */
export type Build =
  Omit<CompiledProgram, 'elapsedNs' | 'cached'> | Exclude<CompileResult, { kind: 'compiled' }>;

/** The last line of build-c.sh: which stage failed, and its status. */
const failure = /^(cc1|as|ld|cat) (\d+)$/;

/** A shell's status when execve(2) failed: the toolchain is damaged, which is our fault. */
const notStarted = (status: number) => status === 126 || status === 127;

/** No limit of a tool sends one of these signals, nor does a tool itself. */
const fromOutside = (['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGKILL', 'SIGTERM'] as const).map(
  statusAfter,
);

/** Whether this is a shell's status after somebody on the host ended the command. */
export const isKilledStatus = (status: number): boolean => fromOutside.includes(status);

const tryAgain = 'Nothing is wrong with the snippet: run it again in a moment.';

export const compilerKilled: Fault = {
  kind: 'faulted',
  message: `The machine killed the compiler, as it does when memory runs out. ${tryAgain}`,
};

/** @param cause goes to the log only, as it may name paths of the server */
export const compilerBroke = (cause: unknown): Fault => ({
  kind: 'faulted',
  message: `The compiler could not be run; the server's log says why. ${tryAgain}`,
  cause,
});

/**
 * Most lines of the tools' messages that are read: a snippet can make the assembler print millions.
 */
const maxLines = 1000;

/**
 * The first lines that are not empty, and the last one, in which the script names the failed stage.
 */
function messageLines(messages: string): string[] {
  const text = messages.trimEnd();
  const lines = text.split('\n', maxLines);
  const last = text.slice(text.lastIndexOf('\n') + 1);
  if (lines.length === maxLines) lines.push(last);
  return lines.filter((line) => line !== '');
}

interface Messages {
  diagnostics: Diagnostic[];
  /** everything that is not the compiler's own */
  text: string;
}

function readMessages(lines: string[], snippet: SnippetText, read: ReadMessages): Messages {
  const fromGcc = read(snippet);
  const diagnostics: Diagnostic[] = [];
  const others: string[] = [];
  for (const line of lines) {
    const told = fromGcc(line);
    if (!told) others.push(line);
    diagnostics.push(...(told ?? [binutilsDiagnostic(line, snippet) ?? []].flat()));
  }
  return { diagnostics, text: others.join('\n') };
}

function readFailure({ diagnostics: read, text }: Messages, status: number): Build {
  const limit = limitBehind(status, text);
  const isExplained = read.some((diagnostic) => diagnostic.severity === 'error');
  const unread: Diagnostic[] = [{ severity: 'error', line: 0, column: 0, message: text }];
  const diagnostics = limit
    ? [explainLimit(limit), ...read]
    : isExplained
      ? read
      : [...unread, ...read];
  return { kind: 'not-compiled', diagnostics: boundDiagnostics(diagnostics) };
}

/**
 * Turns the sandbox's output into a program, or into the reason why there is none.
 * @param read how the compiler tells its messages
 */
export function readBuild(
  outcome: ToolOutcome,
  snippet: SnippetText,
  read: ReadMessages = readGccJson,
): Build {
  if (outcome.kind === 'limit-exceeded') {
    return { kind: 'not-compiled', diagnostics: [explainLimit(outcome.limit)] };
  }
  if (outcome.kind !== 'exited') return outcome;
  const messages = Buffer.from(outcome.stderr).toString('utf8');
  const lines = messageLines(messages);
  if (outcome.status === 0) {
    const diagnostics = boundDiagnostics(readMessages(lines, snippet, read).diagnostics);
    const program: Program = {
      kind: 'elf',
      image: outcome.stdout,
      regions: snippet.regions,
    };
    return { kind: 'compiled', program, diagnostics };
  }
  const status = Number(failure.exec(lines.at(-1) ?? '')?.[2] ?? NaN);
  if (Number.isNaN(status) || notStarted(status)) {
    return compilerBroke(`the compiler did not run: ${messages.slice(0, 2048)}`);
  }
  if (isKilledStatus(status)) return compilerKilled;
  return readFailure(readMessages(lines.slice(0, -1), snippet, read), status);
}
