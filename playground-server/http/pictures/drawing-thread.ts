import { MessageChannel, Worker } from 'node:worker_threads';
import type { PictureOrder } from '../../protocol/picture.ts';
import type { PictureBounds } from './picture-bounds.ts';

/** Limits of the thread's heap: it holds one result at a time. WebAssembly has its own memory. */
const resourceLimits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 4 };

/**
 * Draws one picture after the other on a thread, which begins with the first and ends when none has been
 * ordered for a while, when one takes too long, or when it fails. It never keeps the server alive.
 */
export class DrawingThread {
  readonly #file: string;
  readonly #bounds: Pick<PictureBounds, 'drawingMs' | 'idleMs'>;
  #running: Running | null = null;
  #last: Promise<unknown> = Promise.resolve();

  /** @param file the module that the site's build left for it */
  constructor(file: string, bounds: Pick<PictureBounds, 'drawingMs' | 'idleMs'>) {
    this.#file = file;
    this.#bounds = bounds;
  }

  /** Fulfilled with a PNG. Rejects if it cannot be drawn, or not in time. */
  draw(order: PictureOrder): Promise<Uint8Array> {
    const drawn = this.#last.then(async () => this.#drawNow(order));
    this.#last = drawn.catch(() => undefined);
    return drawn;
  }

  async #drawNow(order: PictureOrder): Promise<Uint8Array> {
    const running = (this.#running ??= this.#start());
    const { drawingMs, idleMs } = this.#bounds;
    clearTimeout(running.timer);
    const asked = Promise.withResolvers<Uint8Array>();
    running.asked = asked;
    running.timer = setTimeout(
      () => this.#end(running, new Error(`the picture took more than ${drawingMs} ms`)),
      drawingMs,
    );
    running.port.postMessage(order);
    try {
      return await asked.promise;
    } finally {
      clearTimeout(running.timer);
      running.timer = setTimeout(() => this.#end(running), idleMs).unref();
    }
  }

  #start(): Running {
    // A channel of its own: on the worker's, `node --watch` tells what that has imported.
    const { port1: port, port2 } = new MessageChannel();
    const worker = new Worker(this.#file, {
      name: 'draws pictures',
      workerData: port2,
      transferList: [port2],
      resourceLimits,
    });
    const running: Running = { worker, port, asked: null, timer: undefined };
    port.on('message', (png: Uint8Array) => running.asked?.resolve(png));
    worker.on('error', (error) => this.#end(running, error));
    worker.on('exit', () => this.#end(running, new Error('the thread that draws pictures ended')));
    worker.unref();
    port.unref();
    return running;
  }

  #end(running: Running, why?: unknown): void {
    if (this.#running === running) this.#running = null;
    clearTimeout(running.timer);
    running.asked?.reject(why);
    void running.worker.terminate();
  }
}

interface Running {
  worker: Worker;
  port: import('node:worker_threads').MessagePort;
  /** Of the picture under way, or of the last one. */
  asked: PromiseWithResolvers<Uint8Array> | null;
  timer: NodeJS.Timeout | undefined;
}
