import type { UnstampedEvent } from '../../protocol/index.ts';

export type OutputStream = 'stdout' | 'stderr';

/** Decodes a program's output, which may be cut within a character and may not be UTF-8 at all. */
export class ProgramOutput {
  readonly #decoders = {
    stdout: new TextDecoder('utf-8', { ignoreBOM: true }),
    stderr: new TextDecoder('utf-8', { ignoreBOM: true }),
  };
  #left: number;

  /** @param maxBytes of both streams together; anything beyond is dropped */
  constructor(maxBytes: number) {
    this.#left = maxBytes;
  }

  /** True once the program has written more than it may. */
  exceeded = false;

  /** Bytes that are not UTF-8 become U+FFFD. Null if they do not complete a character yet. */
  decode(stream: OutputStream, bytes: Uint8Array): UnstampedEvent | null {
    const kept = bytes.subarray(0, this.#left);
    this.#left -= kept.length;
    if (kept.length < bytes.length) this.exceeded = true;
    return this.#event(stream, this.#decoders[stream].decode(kept, { stream: true }));
  }

  /** Decodes what an unfinished character leaves at the end. */
  flush(): UnstampedEvent[] {
    return (['stdout', 'stderr'] as const)
      .map((stream) => this.#event(stream, this.#decoders[stream].decode()))
      .filter((event) => event !== null);
  }

  #event(stream: OutputStream, text: string): UnstampedEvent | null {
    return text === '' ? null : { kind: 'output', stream, text };
  }
}
