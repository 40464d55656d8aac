/* Looks for other processes, and for what the server left open.
 *
 * prints: others: 0
 * prints: supervisor: (ENOENT|EACCES|EPERM)
 * prints: environment: 0
 * ends: exited 0
 */
import { readdirSync, readFileSync } from 'node:fs';

const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
const own = new Set(['1', String(process.pid), String(process.ppid)]);
console.log('others:', pids.filter((pid) => !own.has(pid)).length);
try {
  readFileSync('/proc/1/environ');
  console.log('supervisor: read');
} catch (error) {
  console.log('supervisor:', (error as NodeJS.ErrnoException).code);
}
console.log('environment:', Object.keys(process.env).filter((name) => name !== 'PWD').length);
