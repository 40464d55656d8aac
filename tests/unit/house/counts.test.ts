import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import {
  addCounts,
  countPlaywright,
  countVitest,
  formatCounts,
} from '../../../scripts/test/count.mjs';
import { playwrightFailures, vitestFailures } from '../../../scripts/test/failures.mjs';
import { temporaryFolder } from '../../tmp/temporary-folder.ts';

let folder: string;
beforeAll(() => {
  folder = temporaryFolder('live-man-counts');
});

function report(content: unknown): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}

it("reads vitest's report", () => {
  const path = report({
    numPassedTests: 7,
    numFailedTests: 2,
    numPendingTests: 1,
    numTodoTests: 1,
  });
  expect(countVitest(path, false)).toEqual({ passed: 7, failed: 2, skipped: 2 });
});

it("reads Playwright's report, and takes a flaky test for a failed one", () => {
  const path = report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 3 } });
  expect(countPlaywright(path, false)).toEqual({ passed: 5, failed: 2, skipped: 3 });
});

it('counts a failure when a runner fails without a failing test', () => {
  const path = report({ numPassedTests: 7, numFailedTests: 0 });
  expect(countVitest(path, false)).toEqual({ passed: 7, failed: 1, skipped: 0 });
});

it('counts a failure when a runner left no report', () => {
  expect(countPlaywright(join(folder, 'none.json'), false).failed).toBe(1);
});

it('counts a failure when a runner found no test at all', () => {
  const path = report({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 4 } });
  expect(countPlaywright(path, true)).toEqual({ passed: 0, failed: 1, skipped: 4 });
});

it('adds up, and speaks of skipped tests only when there are some', () => {
  const some = { passed: 1, failed: 2, skipped: 0 };
  expect(formatCounts(addCounts([some, some]))).toBe('2 passed, 4 failed');
  expect(formatCounts({ ...some, skipped: 3 })).toBe('1 passed, 2 failed, 3 skipped');
});

it('names the tests that failed, and the files that did not load', () => {
  const path = report({
    testResults: [
      {
        name: join(process.cwd(), 'tests/a.test.ts'),
        assertionResults: [
          {
            fullName: 'adds up',
            status: 'failed',
            failureMessages: ['\u001b[31mnot 2\u001b[0m\nat …'],
          },
          { fullName: 'is fine', status: 'passed', failureMessages: [] },
        ],
      },
      {
        name: join(process.cwd(), 'tests/b.test.ts'),
        message: 'no such module',
        assertionResults: [],
      },
    ],
  });
  expect(vitestFailures(path)).toEqual([
    'tests/a.test.ts > adds up: not 2',
    'tests/b.test.ts: no such module',
  ]);
});

it('says of a command that failed what it said itself', () => {
  const failed = (message: string) =>
    vitestFailures(report({ testResults: [{ name: 'a.test.ts', message, assertionResults: [] }] }));
  expect(failed('Command failed: node run.ts\nWarning: unsettled\n  at …')).toEqual([
    'a.test.ts: Command failed: node run.ts: Warning: unsettled',
  ]);
  expect(failed('Command failed: node run.ts')).toEqual([
    'a.test.ts: Command failed: node run.ts: it said nothing',
  ]);
});

it('names the specs that failed, however deep they stand', () => {
  const results = [{ error: { message: 'not visible\n\nLocator: …' } }];
  const spec = { file: 'e2e/run.spec.ts', line: 4, title: 'runs', ok: false, tests: [{ results }] };
  const path = report({ suites: [{ specs: [], suites: [{ specs: [spec] }] }] });
  expect(playwrightFailures(path)).toEqual(['e2e/run.spec.ts:4 runs: not visible']);
  expect(playwrightFailures(join(folder, 'none.json'))).toEqual([]);
});
