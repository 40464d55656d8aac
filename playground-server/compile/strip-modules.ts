import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

/**
 * Prints, as JSON, the files that its arguments name, without their types. A process of its own:
 * what Node strips types with stays in memory, and the server needs it only once.
 */
const stripped = process.argv
  .slice(2)
  .map((path) => stripTypeScriptTypes(readFileSync(path, 'utf8')));
console.log(JSON.stringify(stripped));
