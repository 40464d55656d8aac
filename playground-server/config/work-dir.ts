import { accessSync, constants, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';

/** A directory for what runs need while they last; by default the system's temporary directory. */
export const workDir = z
  .string()
  .default(tmpdir())
  .transform((path) => resolve(path))
  .superRefine((path, context) => {
    if (!isWritable(path))
      return context.addIssue('must be a directory that the server may write to');
    const closed = closedDirectory(path);
    if (closed !== null)
      context.addIssue(`must be open to the sandboxes' own ids: chmod o+x ${closed}`);
  });

function isWritable(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The first directory on the way to `path` that only its owner and group may enter, or null. A
 * server that is root gives sandboxes ids of their own; with any other they have the server's.
 */
function closedDirectory(path: string): string | null {
  if (process.geteuid?.() !== 0) return null;
  const parent = dirname(path);
  const above = parent === path ? null : closedDirectory(parent);
  return above ?? ((statSync(path).mode & constants.S_IXOTH) === 0 ? path : null);
}
