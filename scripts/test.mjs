// @ts-check
/**
 * Everything that must hold before a change goes in. Runs every step, whatever the earlier ones
 * say, and ends with one line: N passed, N failed.
 *
 *   node scripts/test.mjs          the checks, then the tests
 *   node scripts/test.mjs checks   only the checks
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addCounts,
  countCheck,
  countPlaywright,
  countVitest,
  formatCounts,
} from './test/count.mjs';

const reports = mkdtempSync(join(tmpdir(), 'live-man-test-'));
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

/**
 * @typedef {{
 *   name: string,
 *   kind: 'check' | 'test',
 *   command: string,
 *   count: (succeeded: boolean) => import('./test/count.mjs').Counts,
 * }} Step
 */

/** @type {readonly Step[]} */
const steps = [
  { name: 'format', kind: 'check', command: 'prettier --check .', count: countCheck },
  // First: it writes the types that tsc reads.
  { name: 'pages', kind: 'check', command: 'astro check', count: countCheck },
  { name: 'types', kind: 'check', command: 'tsc', count: countCheck },
  { name: 'lint', kind: 'check', command: 'eslint .', count: countCheck },
  { name: 'unused', kind: 'check', command: 'knip', count: countCheck },
  { name: 'imports', kind: 'check', command: 'node scripts/check-imports.mjs', count: countCheck },
  { name: 'sizes', kind: 'check', command: 'node scripts/check-file-size.mjs', count: countCheck },
  {
    name: 'vitest',
    kind: 'test',
    command: `vitest run --reporter=default --reporter=json --outputFile.json=${vitestReport}`,
    count: (succeeded) => countVitest(vitestReport, succeeded),
  },
  {
    name: 'playwright',
    kind: 'test',
    command: 'playwright test --reporter=list,json',
    count: (succeeded) => countPlaywright(playwrightReport, succeeded),
  },
];

const env = {
  ...process.env,
  ASTRO_TELEMETRY_DISABLED: '1',
  PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
};
const chosen = steps.filter(({ kind }) => process.argv[2] !== 'checks' || kind === 'check');

const results = chosen.map(({ name, command, count }) => {
  console.log(`\n── ${name}: ${command.split(' --')[0]}`);
  const startedMs = performance.now();
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit', env });
  return { name, counts: count(status === 0), elapsedMs: performance.now() - startedMs };
});
rmSync(reports, { recursive: true });

console.log('\n── summary');
for (const { name, counts, elapsedMs } of results) {
  console.log(
    `${name.padEnd(12)}${(elapsedMs / 1000).toFixed(1).padStart(7)} s   ${formatCounts(counts)}`,
  );
}
const total = addCounts(results.map(({ counts }) => counts));
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${formatCounts(total)}`);
