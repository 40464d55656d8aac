import { MessageChannel, Worker } from 'node:worker_threads';
import { spawnerName } from '../linux/fault-plan.ts';
import { LibcError } from '../linux/libc.ts';
import type { SpawnRequest } from '../linux/spawn.ts';
import type { SpawnAnswer } from './spawn-worker.ts';

/** Limits of the thread's old and young generation: it holds one request at a time. */
const resourceLimits = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 };

let spawner: Spawner | null = null;

/**
 * Starts a process as `spawnProcess` does, on a thread of its own: its caller is kept waiting until
 * the exec, some milliseconds of a busy machine, in which the server would answer nobody. Fulfilled
 * with the pid. Rejects with LibcError, and then there is no process.
 */
export const startProcess = (request: SpawnRequest): Promise<number> =>
  (spawner ??= new Spawner()).start(request);

class Spawner {
  /** A channel of its own: on the worker's, `node --watch` tells what that has imported. */
  readonly #port;
  /** In the order of the requests, in which the thread also answers. */
  readonly #asked: PromiseWithResolvers<number>[] = [];

  constructor() {
    const { port1, port2 } = new MessageChannel();
    const worker = new Worker(new URL('./spawn-worker.ts', import.meta.url), {
      name: spawnerName,
      workerData: port2,
      transferList: [port2],
      resourceLimits,
      // It closes duplicates that the C library made, which Node would warn of.
      trackUnmanagedFds: false,
    });
    this.#port = port1;
    this.#port.on('message', (answer: SpawnAnswer) => this.#answer(answer));
    worker.on('error', (error) => this.#end(error));
    worker.on('exit', () => this.#end(new Error('the thread that starts processes ended')));
    // A waiting thread must not keep the server alive.
    worker.unref();
    this.#port.unref();
  }

  start(request: SpawnRequest): Promise<number> {
    const asked = Promise.withResolvers<number>();
    this.#asked.push(asked);
    this.#port.ref();
    this.#port.postMessage(request);
    return asked.promise;
  }

  #answer(answer: SpawnAnswer): void {
    const asked = this.#asked.shift();
    if (this.#asked.length === 0) this.#port.unref();
    if (answer.kind === 'started') asked?.resolve(answer.pid);
    else asked?.reject(new LibcError(answer.call, answer.errno));
  }

  /** The kernel ends what a thread has started when that ends; the next process gets a new thread. */
  #end(error: unknown): void {
    if (spawner === this) spawner = null;
    for (const asked of this.#asked.splice(0)) asked.reject(error);
  }
}
