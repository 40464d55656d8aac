import { execFileSync } from 'node:child_process';

/**
 * Mounts a file system in memory, so that what fills up or has its own rules is nobody else's.
 *
 * @param options of mount(8), such as `size=256m`
 * @returns why it cannot be mounted here, or null
 */
export function mountTmpfs(at: string, options: string): string | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', at], { stdio: 'pipe' });
    return null;
  } catch (error) {
    return `no file system can be mounted here: ${String(error)}`;
  }
}

/** As soon as nobody uses it. */
export const unmount = (at: string): void => void execFileSync('umount', ['--lazy', at]);
