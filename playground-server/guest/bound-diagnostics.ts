/** Per snippet: more than anybody reads. */
export const maxDiagnostics = 100;
/** UTF-16 units of one message: a macro explosion can put a whole program into one. */
export const maxMessageLength = 2048;

/** What the choice depends on. */
interface Choosable {
  severity: 'error' | 'warning' | 'note';
  line: number;
  column: number;
  message: string;
}

const same = (a: Choosable, b: Choosable | undefined) =>
  a.line === b?.line && a.column === b.column && a.message === b.message;

/**
 * Returns as many as are shown, in their order: the first errors, which say why there is no
 * program, and then the first of the others.
 */
export function firstAndWorst<T>(all: readonly T[], isError: (one: T) => boolean): T[] {
  if (all.length <= maxDiagnostics) return [...all];
  const errors = all.filter(isError).slice(0, maxDiagnostics);
  const others = all.filter((one) => !isError(one)).slice(0, maxDiagnostics - errors.length);
  const chosen = new Set([...errors, ...others]);
  return all.filter((one) => chosen.has(one));
}

/**
 * Drops repetitions (gcc repeats some notes), and shortens long messages and long lists. The server
 * does this to what compilers say; the type checker, to its own answer before writing it. The code is
 * in guest/ because the sandbox needs it too.
 */
export function boundDiagnostics<T extends Choosable>(diagnostics: readonly T[]): T[] {
  const told = diagnostics.filter((diagnostic, index) => !same(diagnostic, diagnostics[index - 1]));
  return firstAndWorst(told, ({ severity }) => severity === 'error').map((diagnostic) => ({
    ...diagnostic,
    message:
      diagnostic.message.length > maxMessageLength
        ? `${diagnostic.message.slice(0, maxMessageLength - 1)}…`
        : diagnostic.message,
  }));
}
