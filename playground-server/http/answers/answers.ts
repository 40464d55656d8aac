import { setImmediate as nextTurn } from 'node:timers/promises';
import { Answer, type Reader } from './answer.ts';
import type { AnswerBounds } from './answer-bounds.ts';

/** How long an answer waits for its first chunk: more than anything that speaks takes. */
const silentMs = 20;

/**
 * Answers on their way to their readers. What makes an answer never waits for who reads it: a run
 * gives its slot back when its program has ended, and what it told is kept here until it is taken.
 * If too much is kept, the client with most of it loses its oldest answer.
 */
export class Answers {
  readonly #bounds: AnswerBounds;
  /** In the order in which they began. */
  readonly #kept = new Set<Answer>();
  /** Of all of them: each chunk asks whether it is too much. */
  #untakenBytes = 0;

  constructor(bounds: AnswerBounds) {
    this.#bounds = bounds;
  }

  /**
   * Takes all chunks as they come, even once the reader has gone: what makes them is to end. Fulfilled
   * when there is something to read, so that what makes it need not wait for HTTP, or soon: a silent
   * program's reader is to know that it runs.
   */
  async stream(
    chunks: AsyncIterable<Uint8Array>,
    reader: Reader,
  ): Promise<ReadableStream<Uint8Array>> {
    const answer: Answer = new Answer(reader, this.#bounds, {
      counted: (bytes) => void (this.#untakenBytes += bytes),
      over: () => void this.#kept.delete(answer),
    });
    this.#kept.add(answer);
    void this.#fill(answer, chunks);
    const timer = setTimeout(() => answer.begin(), silentMs);
    await answer.begun;
    clearTimeout(timer);
    return answer.stream;
  }

  async #fill(answer: Answer, chunks: AsyncIterable<Uint8Array>): Promise<void> {
    try {
      for await (const chunk of chunks) {
        answer.add(chunk);
        this.#makeRoom();
        // A long tape may be there at once; others are served between its chunks.
        await nextTurn();
      }
      answer.complete();
    } catch (error) {
      answer.cut(String(error));
    }
  }

  #makeRoom(): void {
    while (this.#untakenBytes > this.#bounds.untakenBytes) {
      const byClient = Object.values(Object.groupBy(this.#kept, ({ client }) => client));
      const [heaviest] = byClient.map((own = []) => own).sort((a, b) => sum(b) - sum(a));
      heaviest?.find(({ untakenBytes }) => untakenBytes > 0)?.cut('too much untaken');
    }
  }
}

const sum = (answers: readonly Answer[]): number =>
  answers.reduce((bytes, { untakenBytes }) => bytes + untakenBytes, 0);
