import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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
export function removeTemporaryFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
