import { expect, it } from 'vitest';
import type { Outcome, UnstampedEvent } from '../../../playground-server/protocol/index.ts';
import { idleRun } from '../../../site/playground/client/run-state.ts';
import { adviseBeginners } from '../../../site/playground/client/advise-beginners.ts';
import { outputText } from '../../../site/playground/view/output/output-text.ts';
import { reportText } from '../../../site/playground/view/output/report-text.ts';
import { runReport } from '../../../site/playground/view/output/run-report.ts';
import { createWords } from '../../../site/words/words.ts';
import { accepted, after, compiled } from './events.ts';

const words = createWords('en', {
  'limit.output': '{{output}} of output',
  'outcome.limitExceeded': '{{limit}}',
  'outcome.line': 'line {{line}}',
  'outcome.signalledAtLine': 'Killed by {{signal}} in {{line}}.',
  'playground.buffered': 'stdout is buffered',
});

const ending = (outcome: Outcome, ...before: UnstampedEvent[]) =>
  after(accepted, compiled, ...before, { kind: 'finished', outcome });

it('names the limit that struck, and what it is', () => {
  const struck = { kind: 'limit-exceeded', limit: 'output' } as const;
  expect(runReport(ending(struck), words).sentence).toBe('64\u00a0KiB of output');
});

it('the line of a crash is a link to it', () => {
  const crash: UnstampedEvent = { kind: 'signal', name: 'SIGSEGV', line: 2 };
  const report = runReport(ending({ kind: 'signalled', signal: 'SIGSEGV' }, crash), words);
  expect(report.sentence).toBe('Killed by SIGSEGV in line 2.');
  expect(reportText(report, 'first', words).markup).toMatch(
    /in <a[^>]*href="#first-L2"[^>]*>line 2<\/a\s*>\./,
  );
});

it('says what a killed program may have lost in its buffer, if nothing came on stdout', () => {
  const killed: Outcome = { kind: 'limit-exceeded', limit: 'wall-time' };
  const printed: UnstampedEvent = { kind: 'output', stream: 'stdout', text: 'here' };
  const said = (...run: Parameters<typeof ending>) => outputText(ending(...run), words).markup;
  expect(said(killed)).toContain('stdout is buffered');
  expect(said(killed, printed)).not.toContain('stdout is buffered');
  expect(said({ kind: 'exited', status: 0 })).not.toContain('stdout is buffered');
});

it('nothing is said of the output of a program that has not run', () => {
  expect(outputText(idleRun, words).markup).toBe('');
});

const message = (text: string, line = 0) =>
  ({ severity: 'error', line, column: 1, message: text }) as const;

it.each([
  [
    'noMain',
    2,
    message("crt1.o:function _start: error: undefined reference to 'main'"),
    'int x;\nint mian(void) {}\n',
  ],
  [
    'noMain',
    1,
    message("crt1.o:function _start: error: undefined reference to 'main'"),
    'int x;\n',
  ],
  ['cplusplus', 1, message('iostream: No such file or directory', 1), '#include <iostream>'],
  ['quotes', 1, message('stray ‘\\342’ in program', 1), 'puts(“a”);'],
  ['space', 1, message('stray ‘\\302’ in program', 1), '\u00a0puts("a");'],
])('a beginner is told what stands behind a message: %s', (hint, line, diagnostic, source) => {
  expect(adviseBeginners([diagnostic], source)).toMatchObject([{ hint, line }]);
});

it('a hint is given once, and none where the compiler is clear enough', () => {
  const strays = [1, 1].map((line) => message('stray ‘\\342’ in program', line));
  const [, second] = adviseBeginners(strays, 'puts(“a”);');
  expect(second).not.toHaveProperty('hint');
  expect(adviseBeginners([message('‘x’ undeclared', 1)], 'x;')).toEqual([
    message('‘x’ undeclared', 1),
  ]);
});
