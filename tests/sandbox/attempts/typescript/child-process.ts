/* Starts shells and Node again: there is no shell, and another Node is in the same sandbox.
 *
 * prints: sh: ENOENT
 * prints: bwrap: ENOENT
 * prints: node: same namespace true
 * ends: exited 0
 */
import { spawnSync } from 'node:child_process';
import { readlinkSync } from 'node:fs';

for (const command of ['sh', 'bwrap']) {
  const { error } = spawnSync(`/bin/${command}`, ['-c', 'id']);
  console.log(`${command}:`, (error as NodeJS.ErrnoException | undefined)?.code);
}
const namespace = () => readlinkSync('/proc/self/ns/mnt');
const { stdout } = spawnSync(process.execPath, ['-p', "fs.readlinkSync('/proc/self/ns/mnt')"]);
console.log('node: same namespace', stdout.toString().trim() === namespace());
