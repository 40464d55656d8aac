import { nodeArguments } from '../../compile/node-root.ts';
import type { Sandbox } from '../../sandbox/launch.ts';
import { abandon } from './abandon.ts';
import { boundedLines } from './bounded-lines.ts';
import { watchPipe } from './watch-pipe.ts';

/** For starting Node and reading all declarations: some seconds on a busy machine. */
const readyTimeoutMs = 30_000;

/** A process that answers each line of JSON with one. */
export interface KeptProcess {
  /** Fulfilled once it waits for questions. Rejects if it never will. */
  readonly ready: Promise<unknown>;
  /** Fulfilled when the process has ended, for whatever reason. Never rejects. */
  readonly gone: Promise<void>;
  /**
   * Call it only when the process is ready and the previous question has been answered. Rejects if
   * the process has ended, does not answer in time, or answers at too great a length; close it then.
   */
  ask(question: unknown, timeoutMs: number): Promise<unknown>;
  close(): void;
}

/**
 * Starts a script of guest/ that keeps running.
 * @param launch makes the sandbox for the command
 * @param maxAnswerBytes of one line that it prints
 */
export function keepProcess(
  launch: (argv: [string, ...string[]]) => Sandbox,
  script: string,
  maxAnswerBytes: number,
): KeptProcess {
  const sandbox = launch(nodeArguments(script));
  const answers = listen(sandbox, maxAnswerBytes);
  sandbox.held.then(
    () => sandbox.release(),
    // Its end is noticed by whoever waits for an answer.
    () => undefined,
  );
  const ready = answers.next(readyTimeoutMs);
  ready.catch(() => undefined);
  return {
    ready,
    gone: sandbox.gone,
    async ask(question, timeoutMs) {
      sandbox.stdin?.write(`${JSON.stringify(question)}\n`);
      return JSON.parse(await answers.next(timeoutMs));
    },
    close: () => sandbox.kill(),
  };
}

/** Throws, and leaves nothing, if its pipes cannot be read. */
function listen(sandbox: Sandbox, maxAnswerBytes: number): Answers {
  try {
    return new Answers(sandbox, maxAnswerBytes);
  } catch (error) {
    void abandon(sandbox);
    throw error;
  }
}

/** The lines that a tool prints, one per question. */
class Answers {
  #waiting: PromiseWithResolvers<string> | null = null;
  #hasEnded = false;

  constructor(sandbox: Sandbox, maxAnswerBytes: number) {
    const lines = boundedLines(maxAnswerBytes, {
      line: (text) => this.#waiting?.resolve(text),
      tooLong: () => this.#waiting?.reject(new Error('an answer without end')),
    });
    const stdout = watchPipe(sandbox.stdoutFd, lines);
    // Its complaints are not read, but its pipe must not fill up.
    const stderr = watchPipe(sandbox.stderrFd, () => undefined);
    void sandbox.gone.then(() => {
      this.#hasEnded = true;
      this.#waiting?.reject(new Error('the tool ended'));
      stdout.destroy();
      stderr.destroy();
      sandbox.close();
    });
  }

  async next(timeoutMs: number): Promise<string> {
    if (this.#hasEnded) throw new Error('the tool has ended');
    const waiting = (this.#waiting = Promise.withResolvers<string>());
    const timer = setTimeout(() => waiting.reject(new Error('no answer in time')), timeoutMs);
    return waiting.promise.finally(() => clearTimeout(timer));
  }
}
