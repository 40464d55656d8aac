import { BurstyRateLimiter, RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import type { ServerConfig } from '../../config.ts';
import { answerOf, type Limiter } from './answer-of.ts';
import { connectRedis } from './connect-redis.ts';

/** How often a client may do something. */
export interface Allowance {
  /**
   * Counts one use. Returns the seconds until the next is allowed, or null if this one is. Never
   * rejects.
   */
  count(client: string): Promise<number | null>;
}

export type Allowances = Record<'runs' | 'links', Allowance>;

/** So many uses in each window. */
interface Window {
  name: string;
  points: number;
  /** seconds */
  duration: number;
}

const runs = (perMinute: number): Window => ({ name: 'runs', points: perMinute, duration: 60 });
/**
 * One link a minute, and nineteen more at any time within an hour: faster than anybody shares by
 * hand. At 64 KiB a link, one client needs days to fill the store.
 */
const links: Window = { name: 'links', points: 1, duration: 60 };
const moreLinks: Window = { name: 'links-burst', points: 19, duration: 3600 };

/**
 * Counts in this process or, if several instances serve the same readers, in a Redis or Valkey that
 * they share. While that cannot be reached, each instance counts alone, so that a client may have
 * its share at each of them, and `troubled` is called. A missing counter turns nobody away, and
 * lifts no limit.
 */
export async function createAllowances(
  { runsPerMinute, redisUrl }: Pick<ServerConfig, 'runsPerMinute' | 'redisUrl'>,
  troubled: (error: unknown) => void,
): Promise<Allowances & { close(): void }> {
  const redis = redisUrl === null ? null : await connectRedis(redisUrl, troubled);
  const limiterOf = ({ name, ...window }: Window): RateLimiterMemory | RateLimiterRedis => {
    const own = new RateLimiterMemory(window);
    if (redis === null) return own;
    return new RateLimiterRedis({
      ...window,
      storeClient: redis,
      keyPrefix: `live-man:${name}`,
      rejectIfRedisNotReady: true,
      insuranceLimiter: own,
    });
  };
  const allowance = (limiter: Limiter): Allowance => ({
    count: (client) => answerOf(limiter, client),
  });
  return {
    runs: runsPerMinute === 0 ? unlimited : allowance(limiterOf(runs(runsPerMinute))),
    links: allowance(new BurstyRateLimiter(limiterOf(links), limiterOf(moreLinks))),
    close: () => redis?.disconnect(),
  };
}

const unlimited: Allowance = { count: async () => null };
