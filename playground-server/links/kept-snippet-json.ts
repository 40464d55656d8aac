import { createHash } from 'node:crypto';
import type { KeptSnippet } from './link-store.ts';

/** The one way to serialise a snippet: the same content gives the same text. */
export function toJson({ language, source, conditions = {}, kernel }: KeptSnippet): string {
  return JSON.stringify({
    language,
    source,
    ...(Object.keys(conditions).length > 0 && { conditions: sorted(conditions) }),
    // Left out, if it is undefined: links from before there was a choice keep their names.
    kernel,
  });
}

/**
 * 96 bits of SHA-256, in 19 digits and lower-case letters: no character at which a line may break.
 */
export function linkId(json: string): string {
  const hash = createHash('sha256').update(json).digest('hex');
  return BigInt(`0x${hash.slice(0, 24)}`)
    .toString(36)
    .padStart(19, '0');
}

function sorted<T extends object>(fields: T): T {
  const entries = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
  const values = entries.map(([name, value]) => [name, isObject(value) ? sorted(value) : value]);
  return Object.fromEntries(values) as T;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
