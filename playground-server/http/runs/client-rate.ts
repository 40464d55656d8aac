import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { ServerConfig } from '../../config.ts';

/** How many runs a client may start in a minute. */
export interface ClientRate {
  /** Counts one; the seconds until this client may start another, or null when this one may start. Never rejects. */
  count(client: string): Promise<number | null>;
  close(): void;
}

type Limiter = Pick<RateLimiterMemory, 'consume'>;

const windowSeconds = 60;
/** A reader waits for the answer; the counts of this instance are as good for a moment. */
const answerWithinMs = 500;
const longestReconnectMs = 5000;

/**
 * Counts in this process or, where several instances serve the same readers, in a Redis or Valkey
 * that they share. While that one cannot be reached each instance counts for itself: a client may
 * then have its share at each, and `troubled` hears of it. Nobody is refused for want of a counter,
 * and nobody gets past one.
 */
export async function createClientRate(
  { runsPerMinute, redisUrl }: Pick<ServerConfig, 'runsPerMinute' | 'redisUrl'>,
  troubled: (error: unknown) => void,
): Promise<ClientRate> {
  if (runsPerMinute === 0) return { count: async () => null, close: () => undefined };
  const points = { points: runsPerMinute, duration: windowSeconds };
  const own = new RateLimiterMemory(points);
  if (redisUrl === null) return { count: (client) => consume(own, client), close: () => undefined };
  const redis = await connect(redisUrl, troubled);
  const shared = new RateLimiterRedis({
    ...points,
    storeClient: redis,
    keyPrefix: 'live-man:runs',
    rejectIfRedisNotReady: true,
    insuranceLimiter: own,
  });
  return { count: (client) => consume(shared, client), close: () => redis.disconnect() };
}

async function consume(limiter: Limiter, client: string): Promise<number | null> {
  try {
    await limiter.consume(client);
    return null;
  } catch (answer) {
    if (!(answer instanceof RateLimiterRes)) throw answer;
    // The clock of the day may jump; a window never lasts longer than it is.
    const seconds = Math.ceil(answer.msBeforeNext / 1000);
    return Math.min(windowSeconds, Math.max(1, seconds));
  }
}

/** Loaded only where it is configured: it takes some MiB. */
async function connect(url: string, troubled: (error: unknown) => void) {
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, {
    connectTimeout: longestReconnectMs,
    commandTimeout: answerWithinMs,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    retryStrategy: (attempt) => Math.min(attempt * answerWithinMs, longestReconnectMs),
  });
  // One sentence for each time it goes away, not for each attempt to get it back.
  let isAway = false;
  redis.on('ready', () => (isAway = false));
  redis.on('error', (error) => {
    if (!isAway) troubled(error);
    isAway = true;
  });
  // Whoever starts the server hears at once that the address is wrong; it goes on all the same.
  await new Promise((resolve) => redis.once('ready', resolve).once('error', resolve));
  return redis;
}
