/** What the machine can run out of, by the errno that tells so: nothing that a snippet could mend. */
const shortages: Record<string, string> = {
  EMFILE: 'The server has no file descriptor left.',
  ENFILE: 'The machine has no file descriptor left.',
  ENOSPC: "The disk of the server's work directory is full.",
  EDQUOT: "The disk of the server's work directory is full.",
  EIO: "The disk of the server's work directory cannot be written.",
  ENOMEM: 'The machine has no memory left.',
  EAGAIN: 'The machine can start no more processes.',
};

const tryAgain = 'Nothing is wrong with the snippet: run it again in a moment.';

/** A sentence about a failure of ours: what is wrong, and what a reader can do. */
export function faultMessage(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const shortage = shortages[code];
  if (shortage) return `${shortage} ${tryAgain}`;
  return error instanceof Error ? error.message : String(error);
}

/** Somebody beside the run ended its sandbox: the out-of-memory killer, or a person. */
export const sandboxKilled =
  'The machine killed the sandbox, which it does when it runs out of memory. ' + tryAgain;
