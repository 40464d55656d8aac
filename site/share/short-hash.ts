/** A short name for a content: edits that are kept under it meet those of no other snippet. */
export function shortHash(content: string): string {
  // FNV-1a: crypto.subtle is missing on plain http from other hosts, and nothing here is a secret.
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(content)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(36);
}
