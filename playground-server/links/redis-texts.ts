import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { LinkPolicy } from '../protocol/index.ts';
import { dayOf } from './day-of.ts';
import { keepLink, linkKeys, openLink } from './link-scripts.ts';
import type { FindAnswer, KeepAnswer, TextStore } from './text-store.ts';

/** What a link takes besides its text: its id twice, in a hash and a sorted set (measured: 250). */
const linkBytes = 256;
/** Redis does nothing else during a step, so that one drops a megabyte at most. */
const linksPerStep = 16;

/**
 * Texts in a Redis or Valkey that several web instances share. A script does each step as a whole,
 * so that the bounds hold whichever instances keep texts at the same time.
 */
export class RedisTexts implements TextStore {
  readonly policy: LinkPolicy;
  readonly #redis: Redis;
  readonly #nowMs: () => number;

  constructor(redis: Redis, policy: LinkPolicy, nowMs: () => number = Date.now) {
    this.policy = policy;
    this.#redis = redis;
    this.#nowMs = nowMs;
  }

  async keep(id: string, text: string): Promise<KeepAnswer> {
    for (;;) {
      const answer = await this.#step(id, text).catch(refusalOf);
      if (typeof answer !== 'string') return answer;
      if (answer === 'full') return { kind: 'full' };
      if (answer !== 'again') return { kind: 'kept', isNew: answer === 'new' };
      await nextTurn();
    }
  }

  async find(id: string): Promise<FindAnswer<string>> {
    const text = await this.#redis.hget(linkKeys[0], id).catch(refusalOf);
    if (text === null) return { kind: 'unknown' };
    if (typeof text !== 'string') return { kind: 'unreachable' };
    // If the use cannot be recorded now, the next reader who opens the link records one.
    void this.#run(openLink, id, this.#today()).catch(() => undefined);
    return { kind: 'found', kept: text };
  }

  /** The connection is closed by whoever opened it. */
  close(): void {}

  #today(): number {
    return dayOf(this.#nowMs());
  }

  async #step(id: string, text: string): Promise<string> {
    const { keptDays, keptUnopenedDays, maxLinks, maxBytes } = this.policy;
    const today = this.#today();
    const bytes = Buffer.byteLength(text) + linkBytes;
    const since = [today - keptUnopenedDays, today - keptDays];
    const bounds = [maxLinks, maxBytes, linksPerStep];
    return String(await this.#run(keepLink, id, text, bytes, today, ...since, ...bounds));
  }

  #run(script: string, ...values: (string | number)[]): Promise<unknown> {
    return this.#redis.eval(script, linkKeys.length, ...linkKeys, ...values);
  }
}

/** What it means for a link that a command failed. Throws what Redis says of anything but room. */
function refusalOf(error: Error): { kind: 'full' } | { kind: 'unreachable' } {
  if (error.name !== 'ReplyError') return { kind: 'unreachable' };
  if (error.message.includes('OOM ')) return { kind: 'full' };
  throw error;
}
