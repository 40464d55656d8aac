/** A reader waits for the answer; the counts of this instance are as good for a moment. */
const answerWithinMs = 500;
const longestReconnectMs = 5000;

/**
 * Connects to a Redis or Valkey, whose client is loaded only where one is configured: it takes some
 * MiB. Resolves once it is there or has failed for the first time, since an operator with a wrong
 * address should see that at the start; it goes on trying.
 * @param troubled is told each time it goes away, not at each attempt to get it back
 */
export async function connectRedis(url: string, troubled: (error: unknown) => void) {
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, {
    connectTimeout: longestReconnectMs,
    commandTimeout: answerWithinMs,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    retryStrategy: (attempt) => Math.min(attempt * answerWithinMs, longestReconnectMs),
  });
  let isAway = false;
  redis.on('ready', () => (isAway = false));
  redis.on('error', (error) => {
    if (!isAway) troubled(error);
    isAway = true;
  });
  await new Promise((resolve) => redis.once('ready', resolve).once('error', resolve));
  return redis;
}
