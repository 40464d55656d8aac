import { createHash } from 'node:crypto';

/**
 * The name of a content: 96 bits of SHA-256, in 19 digits and lower-case letters, no character at
 * which a line may break.
 */
export function contentId(content: string): string {
  const hash = createHash('sha256').update(content).digest('hex');
  return BigInt(`0x${hash.slice(0, 24)}`)
    .toString(36)
    .padStart(19, '0');
}
