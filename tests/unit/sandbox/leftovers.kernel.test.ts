import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { removeOrphanedFolders } from '../../../playground-server/sandbox/leftovers.ts';
import { mountTmpfs } from '../../tmp/mount-tmpfs.ts';
import { temporaryFolder } from '../../tmp/temporary-folder.ts';

/** Beyond the largest pid; proc_sys_kernel(5). */
const nobodys = 2 ** 22 + 1;

it('lets servers that start at the same moment remove the same', async ({ skip }) => {
  const workDir = temporaryFolder('leftovers');
  // Enough that the second finds some of what the first is about to unmount.
  for (const name of ['1', '2', '3', '4', '5', '6', '7', '8']) {
    const mount = join(workDir, `live-man-${nobodys}-dead`, name);
    mkdirSync(mount, { recursive: true });
    const whyNot = mountTmpfs(mount, 'size=1m');
    if (whyNot) skip(whyNot);
  }
  await Promise.all([removeOrphanedFolders(workDir), removeOrphanedFolders(workDir)]);
  await removeOrphanedFolders(workDir);
  expect(readdirSync(workDir)).toEqual([]);
});
