/**
 * Rewrites the tables of constants and structures from this machine's headers. Prints what changed,
 * and which rows of the supplement are no longer needed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cannotAsk, headersVersion } from './tables/ask-gcc.ts';
import { compareTable } from './tables/compare-table.ts';
import { tableFiles } from './tables/files-table.ts';
import { renderTable, renderVersion, versionPath } from './tables/render-table.ts';

const obstacle = cannotAsk();
if (obstacle) throw new Error(`Tables are made on x86-64: ${obstacle}.`);

for (const file of tableFiles) {
  write(file.path, await renderTable(file));
  for (const row of (await compareTable(file)).caughtUp) console.log(`No longer needed: ${row}`);
}
write(versionPath, await renderVersion(headersVersion()));

function write(path: string, text: string): void {
  const before = readFileSync(path, { encoding: 'utf8', flag: 'a+' });
  if (before === text) return;
  writeFileSync(path, text);
  console.log(`${path} ${before === '' ? 'is new' : 'has changed'}`);
}
