// @ts-check
import { readReport } from './read-report.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * A check is one claim.
 *
 * @param {boolean} succeeded
 * @returns {Counts}
 */
export function countCheck(succeeded) {
  return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
}

/**
 * @param {string} path where vitest's JSON reporter wrote
 * @param {boolean} succeeded
 */
export function countVitest(path, succeeded) {
  const report = readReport(path);
  return atLeastOneFailure(succeeded, {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  });
}

/**
 * @param {string} path where Playwright's JSON reporter wrote
 * @param {boolean} succeeded
 */
export function countPlaywright(path, succeeded) {
  const stats = readReport(path)?.stats;
  return atLeastOneFailure(succeeded, {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
  });
}

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function addCounts(all) {
  return all.reduce((sum, counts) => ({
    passed: sum.passed + counts.passed,
    failed: sum.failed + counts.failed,
    skipped: sum.skipped + counts.skipped,
  }));
}

/** @param {Counts} counts */
export function formatCounts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * A runner can fail with no test failing: a file that does not load, an error between two tests, a
 * runner that never came up. And a runner without a single test has proved nothing.
 *
 * @param {boolean} succeeded
 * @param {Counts} counts
 * @returns {Counts}
 */
function atLeastOneFailure(succeeded, counts) {
  const fine = counts.failed > 0 || (succeeded && counts.passed > 0);
  return fine ? counts : { ...counts, failed: 1 };
}
