import { BurstyRateLimiter, RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import type { Redis } from 'ioredis';
import { answerOf, type GivingLimiter, type Limiter } from './answer-of.ts';
import { LateRefusals } from './late-refusals.ts';
import { siteOf } from '../../run/queue/site-of.ts';

/** How often a client may do something. */
export interface Allowance {
  /**
   * Counts one use, or as many as `amount` says. Returns the seconds until the next is allowed, or
   * null if this one is. Never rejects.
   */
  count(client: string, amount?: number): Promise<number | null>;
}

/** An allowance of which a use may be given back. */
export interface GivingAllowance extends Allowance {
  /** The last use was part of the one before. Never rejects. */
  giveBack(client: string): Promise<void>;
}

export type Allowances = Record<'checks' | 'links' | 'linkBytes', Allowance> & {
  runs: GivingAllowance;
};

/** So many uses in each window. */
interface Window {
  name: string;
  points: number;
  /** seconds */
  duration: number;
}

const perMinute = (name: string, points: number): Window => ({ name, points, duration: 60 });
/**
 * One link a minute, and nineteen more at any time within an hour: faster than anybody shares by
 * hand.
 */
const links: Window = { name: 'links', points: 1, duration: 60 };
const moreLinks: Window = { name: 'links-burst', points: 19, duration: 3600 };
/**
 * Sixteen of the largest snippets in an hour; a store of 256 MiB takes one client eleven days, in
 * which the first of them make way.
 */
const linkBytes: Window = { name: 'link-bytes', points: 1024 * 1024, duration: 3600 };
/** One customer of a provider has 65,536 networks that count as clients. */
const siteLinkBytes: Window = { name: 'link-bytes-48', points: 2 * 1024 * 1024, duration: 3600 };

/**
 * Counts in this process or, if several instances serve the same readers, in a Redis or Valkey that
 * they share. While that cannot be reached, each instance counts alone, so that a client may have
 * its share at each of them. A missing counter turns nobody away, and lifts no limit.
 * @param runsPerMinute of one client, and as many checks; 0 for no limit
 */
export function createAllowances(runsPerMinute: number, redis: Redis | null): Allowances {
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
  const allowance = (
    limiter: Limiter,
    longestWaitSeconds = 60,
    refused?: (asked: number) => Promise<void>,
  ): Allowance => ({
    count: (client, amount = 1) => answerOf(limiter, client, amount, longestWaitSeconds, refused),
  });
  const late = new LateRefusals();
  const snippets = (name: string): GivingAllowance =>
    runsPerMinute === 0 ? unlimited : giving(limiterOf(perMinute(name, runsPerMinute)));
  const giving = (limiter: GivingLimiter): GivingAllowance => ({
    ...allowance(limiter, 60, (asked) => late.hold(asked - runsPerMinute)),
    async giveBack(client) {
      // What cannot be given back has been counted, which a client bears.
      await limiter.reward(client, 1).catch(() => undefined);
    },
  });
  return {
    runs: snippets('runs'),
    checks: snippets('checks'),
    links: allowance(new BurstyRateLimiter(limiterOf(links), limiterOf(moreLinks))),
    linkBytes: ofClientAndSite(
      allowance(limiterOf(linkBytes), linkBytes.duration),
      allowance(limiterOf(siteLinkBytes), siteLinkBytes.duration),
    ),
  };
}

const unlimited: GivingAllowance = { count: async () => null, giveBack: async () => undefined };

/** An IPv6 client counts for the /48 around it as well. */
const ofClientAndSite = (ofClient: Allowance, ofSite: Allowance): Allowance => ({
  async count(client, amount) {
    const seconds = await ofClient.count(client, amount);
    const site = siteOf(client);
    return seconds === null && site !== null ? ofSite.count(site, amount) : seconds;
  },
});
