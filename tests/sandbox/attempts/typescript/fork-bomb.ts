/* Starts Node from Node without end.
 *
 * prints: started
 * ends: limit-exceeded processes
 */
import { spawn } from 'node:child_process';

console.log('started');
for (;;) {
  spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']).on('error', () => undefined);
  await new Promise((resolve) => setTimeout(resolve, 1));
}
