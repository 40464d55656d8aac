import { RateLimiterRes, type RateLimiterMemory } from 'rate-limiter-flexible';

export type Limiter = Pick<RateLimiterMemory, 'consume'>;

/** The shortest window of any limiter, after which a client always has at least one use again. */
const longestWaitSeconds = 60;

/** Takes one use. Returns the seconds until the next is allowed, or null if this one is. */
export async function answerOf(limiter: Limiter, client: string): Promise<number | null> {
  try {
    await limiter.consume(client);
    return null;
  } catch (answer) {
    if (!(answer instanceof RateLimiterRes)) throw answer;
    // The wall clock may jump, but no wait is longer than a window.
    const seconds = Math.ceil(answer.msBeforeNext / 1000);
    return Math.min(longestWaitSeconds, Math.max(1, seconds));
  }
}
