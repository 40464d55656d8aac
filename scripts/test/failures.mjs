// @ts-check
import { relative } from 'node:path';
import { readReport } from './read-report.mjs';

/**
 * Names what failed, each with the reason in short: the place where it was printed may be ten thousand
 * lines up.
 *
 * @param {string} path where vitest's JSON reporter wrote
 * @returns {string[]}
 */
export function vitestFailures(path) {
  return list(readReport(path)?.testResults).flatMap(({ name, message, assertionResults }) => {
    const failed = list(assertionResults).filter(({ status }) => status === 'failed');
    const file = relative('.', name);
    if (failed.length === 0) return message ? [`${file}: ${reasonIn(message)}`] : [];
    return failed.map(
      ({ fullName, failureMessages }) =>
        `${file} > ${fullName}: ${reasonIn(list(failureMessages)[0])}`,
    );
  });
}

/**
 * @param {string} path where Playwright's JSON reporter wrote
 * @returns {string[]}
 */
export function playwrightFailures(path) {
  return list(readReport(path)?.suites).flatMap(failuresOfSuite);
}

/**
 * @param {any} suite of Playwright's report
 * @returns {string[]}
 */
function failuresOfSuite({ suites, specs }) {
  const failed = list(specs).filter(({ ok }) => !ok);
  const own = failed.map(({ file, line, title, tests }) => {
    const result = list(tests).flatMap((test) => list(test.results))[0];
    return `${file}:${line} ${title}: ${reasonIn(result?.error?.message)}`;
  });
  return [...own, ...list(suites).flatMap(failuresOfSuite)];
}

/**
 * @param {any[] | undefined} value
 * @returns {any[]}
 */
const list = (value) => value ?? [];

/**
 * The first line; of a command that failed, also the first that it said.
 *
 * @param {string | undefined} text perhaps coloured for a terminal
 */
function reasonIn(text = 'it gave no reason') {
  const [first = '', said = ''] = text.replaceAll(/\x1b\[[\d;]*m/g, '').split('\n', 2);
  return first.startsWith('Command failed: ') ? `${first}: ${said || 'it said nothing'}` : first;
}
