import { expect, it } from 'vitest';
import { collectRun } from './collect-run.ts';
import { useSandboxes } from './harness.ts';

const { engine } = useSandboxes();

const main = 'int main(void) { return 3; }\n';
const longest = 64 * 1024;

/** Sources that are still programs, whatever else they contain. */
const programs: Record<string, string> = {
  'zero bytes in comments': `/* ${'\0'.repeat(1000)} */ ${main}`,
  'zero bytes between words': main.replaceAll(' ', ' \0 '),
  'a byte order mark': `\uFEFF${main}`,
  'line ends of another system': main.replaceAll(' ', '\r\n'),
  'form feeds and vertical tabs': main.replaceAll(' ', '\f\v'),
  'half a surrogate pair': `// \ud83d\n${main}`,
  'lines that go on and on': `${main.trimEnd()}${'\\\n'.repeat(30_000)}`,
  'nothing but empty lines': main + '\n'.repeat(60_000),
};

/** Sources that are not programs. */
const others: Record<string, string> = {
  nothing: '',
  'zero bytes alone': '\0'.repeat(longest),
  'one character, as often as there is room': '('.repeat(longest),
  'a string without end': `char text[] = "${'x'.repeat(60_000)}`,
  'a comment without end': `/*${' *'.repeat(30_000)}`,
  'hashes alone': '#\n'.repeat(30_000),
  'backslashes alone': '\\'.repeat(longest),
  'names in every script': `int ${'приветمرحبا你好'.repeat(1000)} = x;`,
  'characters beyond the alphabets': '💥'.repeat(longest / 4),
};

it.concurrent.for(Object.entries(programs))('runs a program with %s', async ([, source]) => {
  const run = await collectRun(engine(), source);
  expect(run).toMatchObject({ fault: null, outcome: { kind: 'exited', status: 3 } });
});

it.concurrent.for(Object.entries(others))('says what is wrong with %s', async ([, source]) => {
  const run = await collectRun(engine(), source);
  expect(run).toMatchObject({ fault: null, outcome: { kind: 'not-compiled' } });
  expect(run.errors.length).toBeGreaterThan(0);
  expect(run.errors.length).toBeLessThanOrEqual(100);
});
