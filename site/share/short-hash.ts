/** A short name for a content: edits stored under it are not confused with another snippet's. */
export function shortHash(content: string): string {
  // FNV-1a, since crypto.subtle is missing on plain http from other hosts, and nothing here is
  // secret.
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(content)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(36);
}
