import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { cannotAsk, headersVersion } from '../../../scripts/tables/ask-gcc.ts';
import { compareTable, type Comparison } from '../../../scripts/tables/compare-table.ts';
import { tableFiles } from '../../../scripts/tables/files-table.ts';
import { renderTable } from '../../../scripts/tables/render-table.ts';
import { tablesVersion } from '../../../scripts/tables/version-table.ts';

/**
 * Compares the committed tables with the headers of this machine, whichever those are. Nothing may
 * contradict. What else may differ depends on which of the two is newer; that is reported, and no
 * failure.
 */
const obstacle = cannotAsk();
const here = obstacle ? [] : headersVersion();
const age = here
  .map((part, index) => part - tablesVersion[index]!)
  .find((difference) => difference !== 0);
const versions = `headers of Linux ${here.join('.')}, tables of ${tablesVersion.join('.')}`;

/** Headers newer than the tables may have names that the tables lack; older ones may not. */
const areYounger = (age ?? 0) > 0;
const areTheSame = age === undefined;

describe.skipIf(obstacle !== null).each(tableFiles)('$path', (file) => {
  let found: Comparison;
  beforeAll(async () => {
    found = await compareTable(file);
  });

  it('contradicts no header', async ({ annotate }) => {
    for (const row of found.caughtUp) await annotate(`supplement-table.ts can do without ${row}`);
    expect(found.contradictions).toEqual([]);
  });

  it('has every name that headers of its age have', ({ skip }) => {
    skip(
      areYounger,
      `${versions}; run npm run tables for ${found.additions.join('; ') || 'nothing'}`,
    );
    expect(found.additions).toEqual([]);
  });

  it('has no name of its own', ({ skip }) => {
    skip(!areTheSame, `${versions}; not here: ${found.unstated.join('; ') || 'nothing'}`);
    expect(found.unstated).toEqual([]);
  });

  it('is what npm run tables writes', async ({ skip }) => {
    skip(!areTheSame, versions);
    expect(readFileSync(file.path, 'utf8')).toBe(await renderTable(file));
  });
});
