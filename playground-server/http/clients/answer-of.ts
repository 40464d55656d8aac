import { RateLimiterRes, type RateLimiterMemory } from 'rate-limiter-flexible';

export type Limiter = Pick<RateLimiterMemory, 'consume'>;

/** The shortest window of any limiter, after which a client may always do at least one. */
const longestWaitSeconds = 60;

/** Takes one; the seconds until this client may take another, or null where it has got this one. */
export async function answerOf(limiter: Limiter, client: string): Promise<number | null> {
  try {
    await limiter.consume(client);
    return null;
  } catch (answer) {
    if (!(answer instanceof RateLimiterRes)) throw answer;
    // The clock of the day may jump; a window never lasts longer than it is.
    const seconds = Math.ceil(answer.msBeforeNext / 1000);
    return Math.min(longestWaitSeconds, Math.max(1, seconds));
  }
}
