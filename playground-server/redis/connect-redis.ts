import type { Redis } from 'ioredis';

/** A reader is waiting for the answer, and this instance's own counts will do for a moment. */
const answerWithinMs = 500;
const longestReconnectMs = 5000;
/** What ioredis says when `commandTimeout` is over. */
const timedOut = 'Command timed out';

/**
 * Connects to a Redis or Valkey. The client takes some MiB, so it is loaded only if one is
 * configured. Resolves once connected or after the first failure, so that an operator sees a wrong
 * address at start-up; it keeps trying afterwards.
 * One that hangs is left alone until it answers again, so that only one reader waits for it, and it
 * later counts nothing that was counted here.
 * @param troubled called each time the connection is lost, but not for each attempt to restore it
 */
export async function connectRedis(
  url: string,
  troubled: (error: unknown) => void,
): Promise<Redis> {
  const ioredis = await import('ioredis');
  const redis = new ioredis.Redis(url, {
    connectTimeout: longestReconnectMs,
    commandTimeout: answerWithinMs,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    retryStrategy: (attempt) => Math.min(attempt * answerWithinMs, longestReconnectMs),
  });
  let isAway = false;
  redis.on('ready', () => (isAway = false));
  const away = (error: unknown) => {
    if (!isAway) troubled(error);
    isAway = true;
  };
  redis.on('error', away);
  const send = redis.sendCommand.bind(redis);
  redis.sendCommand = (command, ...rest) => {
    command.promise.catch((error: unknown) => {
      if (!(error instanceof Error) || error.message !== timedOut || redis.status !== 'ready')
        return;
      away(error);
      // Until it answers the new connection, commands are refused at once.
      redis.disconnect(true);
    });
    return send(command, ...rest);
  };
  await new Promise((resolve) => redis.once('ready', resolve).once('error', resolve));
  return redis;
}
