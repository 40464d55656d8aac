import type { RunEvent } from '../event.ts';
import type { RunRequest } from '../run-request.ts';
import { requestRun } from './request-run.ts';
import { RunBroken, RunRejected } from './run-error.ts';

export interface RunOptions {
  /** The server, such as `http://127.0.0.1:4321`; in a page, its own server unless told. */
  server?: string | URL;
  /** Aborting it cancels the run, on the server as well. */
  signal?: AbortSignal;
  /** What requests are sent with. */
  fetch?: typeof fetch;
  /** Gets each line of the answer, as it came. */
  received?: (line: string) => void;
}

/**
 * Runs a snippet, and gives the events as they happen: `accepted` first, `finished` or `faulted`
 * last. Leaving the loop cancels the run. Works in browsers, and in Node from version 20 on.
 *
 * Throws RunRejected where the server refuses the request; RunBroken where there is no server, or
 * the answer breaks off; and the reason of `signal`, where that is aborted.
 */
export async function* run(
  request: RunRequest,
  { server, signal = new AbortController().signal, received, ...options }: RunOptions = {},
): AsyncGenerator<RunEvent, void, undefined> {
  const send = options.fetch ?? fetch;
  const fetchFrom = (path: string, init: RequestInit) =>
    send(server === undefined ? path : new URL(path, server), init);
  try {
    const answer = await requestRun(fetchFrom, request, signal, received);
    if (answer.kind === 'problem') throw new RunRejected(answer.problem, answer.retryAfterSeconds);
    let last: RunEvent['kind'] | null = null;
    for await (const events of answer.events) {
      for (const event of events) {
        last = event.kind;
        yield event;
      }
    }
    if (last !== 'finished' && last !== 'faulted')
      throw new RunBroken('the answer ended too early');
  } catch (error) {
    if (error instanceof RunRejected || error instanceof RunBroken) throw error;
    signal.throwIfAborted();
    throw new RunBroken(reasonOf(error), { cause: error });
  }
}

/** fetch says only that it failed; why, says its cause. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error && cause.message !== '' ? cause.message : message;
}
