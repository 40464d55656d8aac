import { LRUCache } from 'lru-cache';
import type { CompiledProgram } from './compile-result.ts';
import { programBytes } from './program.ts';

/** Programs and their diagnostics, in bytes. */
export interface KeptProgramBounds {
  maxBytes: number;
  /** Of what one client had compiled: beyond that it pushes out its own. */
  perClientBytes: number;
  /** A larger one is not kept: few are, and a handful of them would push out all others. */
  perProgramBytes: number;
  maxAgeMs: number;
}

interface Kept {
  client: string;
  compiled: CompiledProgram;
}

/** Bytes that one entry occupies; a diagnostic's other fields weigh little next to its message. */
const weigh = ({ compiled: { program, diagnostics } }: Kept): number =>
  programBytes(program) +
  diagnostics.reduce((sum, { message }) => sum + 2 * message.length + 200, 1000);

/** What compiled, for whoever asks for the same again; no client can push out what others use. */
export class KeptPrograms {
  readonly #bounds: KeptProgramBounds;
  readonly #programs: LRUCache<string, Kept>;

  constructor(bounds: KeptProgramBounds) {
    this.#bounds = bounds;
    this.#programs = new LRUCache({
      maxSize: bounds.maxBytes,
      maxEntrySize: bounds.perProgramBytes,
      sizeCalculation: weigh,
      ttl: bounds.maxAgeMs,
    });
  }

  find(key: string): CompiledProgram | undefined {
    return this.#programs.get(key)?.compiled;
  }

  /** @param client who had it compiled */
  keep(key: string, client: string, compiled: CompiledProgram): void {
    this.#programs.set(key, { client, compiled });
    const own = [...this.#programs.rkeys()].flatMap((oldest) => {
      const kept = this.#programs.peek(oldest);
      return kept?.client === client ? [{ oldest, bytes: weigh(kept) }] : [];
    });
    let excess = own.reduce((sum, { bytes }) => sum + bytes, -this.#bounds.perClientBytes);
    for (const { oldest, bytes } of own) {
      if (excess <= 0) return;
      this.#programs.delete(oldest);
      excess -= bytes;
    }
  }
}
