/* Reaches for Node's inner parts, to start a process without child_process and its rules.
 *
 * prints: spawned: (ENOENT|EACCES)
 * ends: exited 0
 */
import { getSystemErrorName } from 'node:util';

type Bindings = { binding(name: string): { spawn(options: object): { error: number } } };
const { spawn } = (process as unknown as Bindings).binding('spawn_sync');
const { error } = spawn({ file: '/bin/sh', args: ['sh', '-c', 'id'], stdio: [{ type: 'ignore' }] });
console.log('spawned:', getSystemErrorName(error));
