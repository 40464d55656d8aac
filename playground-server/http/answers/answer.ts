import { EventQueue } from '../../run/execution/event-queue.ts';
import type { AnswerBounds } from './answer-bounds.ts';

/** The reader of an answer, as the server knows one. */
export interface Reader {
  /** An address. */
  client: string;
  /** The reader has gone. */
  gone(): void;
  /** Ends a connection that is not read, or not fast enough. */
  disconnect(): void;
}

/** Who keeps it until it is taken. */
export interface Keeper {
  /** So many bytes more are kept for the reader; fewer, if negative. */
  counted(bytes: number): void;
  /** Nothing of it waits for the reader any more. */
  over(): void;
}

/** What one reader has not taken yet. */
export class Answer {
  readonly stream: ReadableStream<Uint8Array>;
  readonly #reader: Reader;
  readonly #bounds: AnswerBounds;
  readonly #keeper: Keeper;
  readonly #chunks = new EventQueue<Uint8Array>();
  readonly #begun = Promise.withResolvers<void>();
  #untakenBytes = 0;
  #isOver = false;
  #failure: Error | null = null;
  #stall: NodeJS.Timeout | undefined;
  #rest: NodeJS.Timeout | undefined;

  constructor(reader: Reader, bounds: AnswerBounds, keeper: Keeper) {
    this.#reader = reader;
    this.#bounds = bounds;
    this.#keeper = keeper;
    const chunks = this.#chunks[Symbol.asyncIterator]();
    this.stream = new ReadableStream<Uint8Array>(
      { pull: (controller) => this.#pull(controller, chunks), cancel: () => this.#cancelled() },
      { highWaterMark: 0 },
    );
  }

  get client(): string {
    return this.#reader.client;
  }

  get untakenBytes(): number {
    return this.#untakenBytes;
  }

  /** Fulfilled when the reader may begin to read. */
  get begun(): Promise<void> {
    return this.#begun.promise;
  }

  /** Has the reader begin, although nothing may be there yet. */
  begin(): void {
    this.#begun.resolve();
  }

  /** Keeps a chunk for the reader; drops it if there is none any more. */
  add(chunk: Uint8Array): void {
    if (this.#isOver) return;
    this.#count(chunk.byteLength);
    this.#chunks.push(chunk);
    this.begin();
  }

  /** Nothing will be added. */
  complete(): void {
    this.#chunks.close();
    this.begin();
    if (this.#isOver) return;
    this.#rest = setTimeout(() => this.cut('too slow'), this.#bounds.restMs).unref();
  }

  /** Ends it before the reader has everything, and drops the rest. */
  cut(why: string): void {
    if (this.#isOver) return;
    this.#failure = new Error(why);
    this.begin();
    this.#end();
    this.#reader.disconnect();
  }

  async #pull(
    controller: ReadableStreamDefaultController<Uint8Array>,
    chunks: AsyncIterator<Uint8Array>,
  ): Promise<void> {
    clearTimeout(this.#stall);
    const { value, done } = await chunks.next();
    if (this.#failure) return controller.error(this.#failure);
    if (done) {
      this.#end();
      return controller.close();
    }
    this.#count(-value.byteLength);
    this.#stall = setTimeout(() => this.cut('nothing taken'), this.#bounds.stallMs).unref();
    controller.enqueue(value);
  }

  #count(bytes: number): void {
    this.#untakenBytes += bytes;
    this.#keeper.counted(bytes);
  }

  #cancelled(): void {
    this.#end();
    this.#reader.gone();
  }

  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#count(-this.#untakenBytes);
    clearTimeout(this.#stall);
    clearTimeout(this.#rest);
    this.#chunks.close();
    this.#keeper.over();
  }
}
