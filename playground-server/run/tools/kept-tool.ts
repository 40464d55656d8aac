import { createInterface } from 'node:readline';
import { nodeArguments } from '../../compile/node-root.ts';
import type { KeptTool } from '../../compile/tool.ts';
import type { Sandbox } from '../../sandbox/launch.ts';
import { watchPipe } from './watch-pipe.ts';

/** For starting Node and reading all declarations: some seconds on a busy machine. */
const readyTimeoutMs = 30_000;

/**
 * Starts a script of guest/ that keeps running.
 * @param launch makes the sandbox for the command
 */
export function keepTool(
  launch: (argv: [string, ...string[]]) => Sandbox,
  script: string,
): KeptTool {
  const sandbox = launch(nodeArguments(script));
  sandbox.held.then(
    () => sandbox.release(),
    // Its end is noticed below.
    () => undefined,
  );
  const answers = new Answers(sandbox);
  const ready = answers.next(readyTimeoutMs);
  ready.catch(() => undefined);
  return {
    async ask(question, timeoutMs) {
      await ready;
      sandbox.stdin?.write(`${JSON.stringify(question)}\n`);
      return JSON.parse(await answers.next(timeoutMs));
    },
    close: () => sandbox.kill(),
  };
}

/** The lines that a tool prints, one per question. */
class Answers {
  #waiting: PromiseWithResolvers<string> | null = null;
  #hasEnded = false;

  constructor(sandbox: Sandbox) {
    const stdout = watchPipe(sandbox.stdoutFd, () => undefined);
    // Its complaints are not read, but its pipe must not fill up.
    const stderr = watchPipe(sandbox.stderrFd, () => undefined);
    createInterface({ input: stdout }).on('line', (line) => this.#waiting?.resolve(line));
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
