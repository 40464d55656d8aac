import type { Redis } from 'ioredis';
import { publicKeySchema, type PublicKey } from '../protocol/index.ts';

/** Beside the links, in the same slot of a cluster: public keys by their names. */
const publishedKeys = '{live-man:links}:result-keys';

/** The keys whose signatures a reader may meet here. */
export interface KeyRing {
  /** Tells the others of the own key. Never rejects. */
  publish(): Promise<void>;
  /** Never rejects; the own key is always among them. */
  all(): Promise<PublicKey[]>;
}

/**
 * Web instances that share a store each sign with a key of their own, which never leaves them; any of
 * them serves the results of all, and tells all their public keys.
 * @param redis null if the store is this server's alone
 */
export function createKeyRing(own: PublicKey, redis: Redis | null): KeyRing {
  if (redis === null) return { publish: async () => undefined, all: async () => [own] };
  return {
    async publish() {
      await redis.hset(publishedKeys, own.kid, JSON.stringify(own)).catch(() => undefined);
    },
    async all() {
      const published = await redis.hvals(publishedKeys).catch(() => []);
      const keys = published.map((json) => publicKeySchema.parse(JSON.parse(json)));
      return [own, ...keys.filter(({ kid }) => kid !== own.kid)];
    },
  };
}
