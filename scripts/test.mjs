// @ts-check
/**
 * Everything that must hold before a change goes in. Runs every step, whatever the earlier ones
 * say, and ends with one line: N passed, N failed.
 *
 *   node scripts/test.mjs          the checks, then the tests
 *   node scripts/test.mjs checks   only the checks
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  addCounts,
  countCheck,
  countPlaywright,
  countVitest,
  formatCounts,
} from './test/count.mjs';
import { playwrightFailures, vitestFailures } from './test/failures.mjs';
import { runSteps } from './test/run-steps.mjs';

const reports = mkdtempSync(join(tmpdir(), 'live-man-test-'));
const playwrightReport = join(reports, 'playwright.json');

/** @typedef {import('./test/run-steps.mjs').Step} Step */

/** @type {(name: string, command: string) => Step} */
const check = (name, command) => ({
  name,
  command,
  count: countCheck,
  failures: () => [],
});

const checks = [
  check('format', 'prettier --check .'),
  // Writes the types that the other checks read.
  check('pages', 'astro check'),
  check('unused', 'knip'),
  check('imports', 'node scripts/check-imports.mjs'),
  check('sizes', 'node scripts/check-file-size.mjs'),
  check('types and rules', 'oxlint'),
  check('components', 'eslint site'),
];

/** @type {(project: string) => Step} */
const vitest = (project) => {
  const report = join(reports, `${project}.json`);
  return {
    name: `vitest ${project}`,
    command: `vitest run --project ${project} --reporter=default --reporter=json --outputFile.json=${report}`,
    count: (succeeded) => countVitest(report, succeeded),
    failures: () => vitestFailures(report),
  };
};

/** @type {Step} */
const playwright = {
  name: 'playwright',
  command: 'playwright test --reporter=list,json',
  count: (succeeded) => countPlaywright(playwrightReport, succeeded),
  failures: () => playwrightFailures(playwrightReport),
};

// Most claims wait for a kernel, one file at a time: a processor is free meanwhile. A browser that
// waits for a server has no patience for either.
const beside = [checks, [vitest('beside'), vitest('logic')], [vitest('kernel')]];
const stages = process.argv[2] === 'checks' ? [[checks]] : [beside, [[playwright]]];

const env = {
  ...process.env,
  ASTRO_TELEMETRY_DISABLED: '1',
  PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
  // Hundreds of processes and threads load the same modules: each is compiled once for all of them.
  NODE_COMPILE_CACHE: resolve('node_modules/.cache/node'),
};
const results = await runSteps(stages, env);
rmSync(reports, { recursive: true });

console.log('\n── summary');
for (const { name, counts, failures, elapsedMs } of results) {
  console.log(
    `${name.padEnd(16)}${(elapsedMs / 1000).toFixed(1).padStart(7)} s   ${formatCounts(counts)}`,
  );
  for (const failure of failures) console.log(`  failed: ${failure}`);
}
const total = addCounts(results.map(({ counts }) => counts));
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${formatCounts(total)}`);
