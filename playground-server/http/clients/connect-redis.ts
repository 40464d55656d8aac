/** A reader is waiting for the answer, and this instance's own counts will do for a moment. */
const answerWithinMs = 500;
const longestReconnectMs = 5000;

/**
 * Connects to a Redis or Valkey. The client takes some MiB, so it is loaded only if one is
 * configured. Resolves once connected or after the first failure, so that an operator sees a wrong
 * address at start-up; it keeps trying afterwards.
 * @param troubled called each time the connection is lost, but not for each attempt to restore it
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
