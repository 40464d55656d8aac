/**
 * Sentences for resources of the machine that ran out, by errno: nothing that a snippet could mend.
 */
const shortages: Record<string, string> = {
  EMFILE: 'The server has no file descriptor left.',
  ENFILE: 'The machine has no file descriptor left.',
  ENOSPC: "The disk of the server's work directory is full.",
  EDQUOT: "The disk of the server's work directory is full.",
  EIO: "The disk of the server's work directory cannot be written.",
  ENOMEM: 'The machine has no memory left.',
  EAGAIN: 'The machine can start no more processes.',
};

const unknown = 'The playground failed at this; its log says why.';
const tryAgain = 'Nothing is wrong with the snippet: run it again in a moment.';

/**
 * A sentence for readers about a failure of ours, and what they can do. The error's own message may
 * name paths on the server, so it goes to the log, through `EngineObserver.troubled`.
 */
export function faultMessage(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return `${shortages[code] ?? unknown} ${tryAgain}`;
}

/** Something outside the run killed its sandbox: the out-of-memory killer, or a person. */
export const sandboxKilled =
  'The machine killed the sandbox, which it does when it runs out of memory. ' + tryAgain;

/** The thread that traced a program has ended, and the program with it. */
export const tracerEnded =
  'The thread that followed the program ended before it. Run the snippet again.';

export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** An error's message for public reports, without the places where this server keeps its files. */
export const withoutPaths = (text: string): string =>
  text.replace(/(?<![\w./])\/[\w.-]+(?:\/[\w.-]*)+/g, '…');
