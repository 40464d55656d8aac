/* Loads machine code of its own as an addon: what it may do there is what a C program may do.
 *
 * prints: loaded: false
 * prints: reason: .*(invalid ELF header|file too short).*
 * ends: exited 0
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

writeFileSync('/work/addon.node', 'no machine code at all');
try {
  createRequire('/work/')('./addon.node');
  console.log('loaded: true');
} catch (error) {
  console.log('loaded: false');
  console.log('reason:', (error as Error).message.split('\n')[0]);
}
