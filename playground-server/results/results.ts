import type { Redis } from 'ioredis';
import type { FindAnswer, KeepAnswer, TextStore } from '../links/text-store.ts';
import type { PublicKey } from '../protocol/index.ts';
import { createKeyRing, type KeyRing } from './key-ring.ts';
import { makeResult, type MadeText } from './make-result.ts';
import { RecentRuns, type RecentRun } from './recent-runs.ts';
import type { ResultKey } from './result-key.ts';
import { RunLines } from './run-lines.ts';

/** Half of what one client may keep within an hour, and what Redis can count of one text. */
const maxResultBytes = 512 * 1024;

/** An hour of a reader who tries things out; of strangers who flood, the last thousand runs. */
const recentBounds = {
  maxLength: 32 * 1024 * 1024,
  maxRuns: 1000,
  perClientRuns: 32,
  maxAgeMs: 60 * 60 * 1000,
};

export type MakeAnswer =
  | ({ kind: 'made' } & MadeText)
  /** It was never made here, was cut short, or is forgotten. */
  | { kind: 'unknown-run' }
  | { kind: 'too-large'; maxBytes: number };

const tooLarge = { kind: 'too-large', maxBytes: maxResultBytes } as const;

/** Runs that were kept, signed, beside the short links and within the same bounds. */
export class Results {
  readonly #texts: TextStore;
  readonly #key: ResultKey;
  readonly #ring: KeyRing;
  readonly #server: string;
  readonly #recent = new RecentRuns(recentBounds);

  /** @param server public address that its results name */
  constructor(texts: TextStore, key: ResultKey, server: string, redis: Redis | null = null) {
    this.#texts = texts;
    this.#key = key;
    this.#server = server;
    this.#ring = createKeyRing(key.publicKey, redis);
  }

  /** The public keys of all results that are kept where this server keeps its own. */
  keys(): Promise<PublicKey[]> {
    return this.#ring.all();
  }

  /** What gathers the events of a run that begins. */
  lines(): RunLines {
    return new RunLines(maxResultBytes);
  }

  /** From now on, and for about an hour, this run may be shared. */
  remember(run: RecentRun): void {
    this.#recent.remember(run);
  }

  /** Signs a run that is remembered; nothing is kept yet. */
  make(runId: string): MakeAnswer {
    const run = this.#recent.find(runId);
    if (!run) return { kind: 'unknown-run' };
    const { lines } = run;
    if (lines === null) return tooLarge;
    const made = makeResult({ ...run, lines }, this.#server, this.#key);
    return Buffer.byteLength(made.text) > maxResultBytes ? tooLarge : { kind: 'made', ...made };
  }

  async keep({ id, text }: MadeText): Promise<KeepAnswer> {
    await this.#ring.publish();
    return this.#texts.keep(nameOf(id), text);
  }

  /** @returns the JSON of a SignedResult */
  find(id: string): Promise<FindAnswer<string>> {
    return this.#texts.find(nameOf(id));
  }
}

/** No short link has such a name, so that none is taken for a result, nor a result for one. */
const nameOf = (id: string): string => `r.${id}`;
