import { RateLimiterRes, type RateLimiterMemory } from 'rate-limiter-flexible';

export type Limiter = Pick<RateLimiterMemory, 'consume'>;

/** One that takes a use back. */
export type GivingLimiter = Pick<RateLimiterMemory, 'consume' | 'reward'>;

/**
 * Takes so many uses. Returns the seconds until the next is allowed, or null if these are.
 * @param longestWaitSeconds the limiter's shortest window, after which a client has uses again
 * @param refused waited for before a refusal, with how often the client has asked in this window
 */
export async function answerOf(
  limiter: Limiter,
  client: string,
  amount: number,
  longestWaitSeconds: number,
  refused?: (asked: number) => Promise<void>,
): Promise<number | null> {
  try {
    await limiter.consume(client, amount);
    return null;
  } catch (answer) {
    if (!(answer instanceof RateLimiterRes)) throw answer;
    await refused?.(answer.consumedPoints);
    // The wall clock may jump, but no wait is longer than a window.
    const seconds = Math.ceil(answer.msBeforeNext / 1000);
    return Math.min(longestWaitSeconds, Math.max(1, seconds));
  }
}
