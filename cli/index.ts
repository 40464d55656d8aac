/** What programs that import the package get: the client, and runs as text. */
export { run, type RunOptions } from '../playground-server/protocol/client/run.ts';
export { RunBroken, RunRejected } from '../playground-server/protocol/client/run-error.ts';
export { straceText } from '../playground-server/protocol/transcript/strace-text.ts';
export type { Problem, RunEvent, RunRequest } from '../playground-server/protocol/index.ts';
