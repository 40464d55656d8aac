import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeOrphanedFolders } from '../../playground-server/sandbox/leftovers.ts';

const folders: string[] = [];

/**
 * A new, empty folder, which goes when the test file is done. Everybody may walk through it:
 * sandboxes have ids of their own.
 * @param label says whose it is, should it be found
 */
export function temporaryFolder(label: string): string {
  const folder = mkdtempSync(join(tmpdir(), `${label}-`));
  chmodSync(folder, 0o711);
  folders.push(folder);
  return folder;
}

/** Called after each test file, by remove-after-file.ts. */
export async function removeTemporaryFolders(): Promise<void> {
  for (const folder of folders.splice(0)) {
    // A server that was killed has left mounts, which the next one in the same place takes away.
    await removeOrphanedFolders(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}
