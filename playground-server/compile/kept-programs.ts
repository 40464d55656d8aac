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
  bytes: number;
}

/** Bytes that one entry occupies; a diagnostic's other fields weigh little next to its message. */
const weigh = ({ program, diagnostics }: CompiledProgram): number =>
  programBytes(program) +
  diagnostics.reduce((sum, { message }) => sum + 2 * message.length + 200, 1000);

/** What one client had compiled. */
interface Share {
  /** the one that has been unused for longest first: a Set keeps the order of insertion */
  keys: Set<string>;
  bytes: number;
}

/** What compiled, for whoever asks for the same again; no client can push out what others use. */
export class KeptPrograms {
  readonly #perClientBytes: number;
  readonly #programs: LRUCache<string, Kept>;
  readonly #shares = new Map<string, Share>();

  constructor(bounds: KeptProgramBounds) {
    this.#perClientBytes = bounds.perClientBytes;
    this.#programs = new LRUCache({
      maxSize: bounds.maxBytes,
      maxEntrySize: bounds.perProgramBytes,
      sizeCalculation: ({ bytes }) => bytes,
      ttl: bounds.maxAgeMs,
      dispose: (kept, key) => this.#leave(key, kept),
    });
  }

  find(key: string): CompiledProgram | undefined {
    const kept = this.#programs.get(key);
    const keys = kept && this.#shares.get(kept.client)?.keys;
    if (keys?.delete(key)) keys.add(key);
    return kept?.compiled;
  }

  /** @param client who had it compiled */
  keep(key: string, client: string, compiled: CompiledProgram): void {
    const bytes = weigh(compiled);
    this.#programs.delete(key);
    this.#programs.set(key, { client, compiled, bytes });
    if (!this.#programs.has(key)) return;
    const share = this.#shares.get(client) ?? { keys: new Set(), bytes: 0 };
    this.#shares.set(client, share);
    share.keys.add(key);
    share.bytes += bytes;
    for (const oldest of share.keys) {
      if (share.bytes <= this.#perClientBytes) return;
      this.#programs.delete(oldest);
    }
  }

  #leave(key: string, { client, bytes }: Kept): void {
    const share = this.#shares.get(client);
    if (!share?.keys.delete(key)) return;
    share.bytes -= bytes;
    if (share.keys.size === 0) this.#shares.delete(client);
  }
}
