/* Writes where nothing may be written: the root, the loader, the module that snippets import.
 *
 * prints: /x: EROFS
 * prints: /guest/loader.ts: EROFS
 * prints: /guest/aio/index.ts: EROFS
 * prints: /node_modules/koffi/index.js: EROFS
 * prints: /work/x: written
 * ends: exited 0
 */
import { writeFileSync } from 'node:fs';

const paths = ['/x', '/guest/loader.ts', '/guest/aio/index.ts', '/node_modules/koffi/index.js'];
for (const path of [...paths, '/work/x']) {
  try {
    writeFileSync(path, 'mine');
    console.log(`${path}: written`);
  } catch (error) {
    console.log(`${path}:`, (error as NodeJS.ErrnoException).code);
  }
}
