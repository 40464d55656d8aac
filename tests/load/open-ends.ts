import { readdirSync, readlinkSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';

/**
 * What the descriptors of this process lead to, if it is of a kind that an engine opens; sorted.
 */
export const openEnds = (): string[] =>
  readdirSync('/proc/self/fd')
    .map((fd) => linkOf(`/proc/self/fd/${fd}`))
    .filter((link) => /^(pipe|socket|anon_inode:\[pidfd\])|live-man-/.test(link))
    .sort();

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

/**
 * Sockets are closed some turns of the event loop after their last event: keeps looking for a few
 * seconds.
 */
export async function openEndsAfterAll(before: readonly string[]): Promise<string[]> {
  const lateMs = performance.now() + 5000;
  while (openEnds().length > before.length && performance.now() < lateMs) await setImmediate();
  return openEnds();
}
