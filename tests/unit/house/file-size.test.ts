import { expect, it } from 'vitest';
import { oversizedFiles } from '../../../scripts/check-file-size.mjs';

function file(path: string, lines: number) {
  return { path, text: 'x\n'.repeat(lines) };
}

it('lets 300 lines pass, and names a file of 301', () => {
  expect(oversizedFiles([file('scripts/a.ts', 300)])).toEqual([]);
  expect(oversizedFiles([file('scripts/a.ts', 301)])).toEqual([
    expect.stringMatching(/^scripts\/a\.ts has 301 lines/),
  ]);
});

it('lets a table be as long as its facts', () => {
  expect(oversizedFiles([file('tests/syscall-table.ts', 900)])).toEqual([]);
  expect(oversizedFiles([file('tests/table.ts', 900)])).toHaveLength(1);
});

it('counts a last line without a line feed', () => {
  const text = `${'x\n'.repeat(300)}x`;
  expect(oversizedFiles([{ path: 'scripts/a.ts', text }])).toHaveLength(1);
});

it('requires half of the files of site/ and playground-server/ to have 60 lines at most', () => {
  const short = file('site/a.ts', 60);
  expect(oversizedFiles([short, file('site/b.ts', 200), file('site/c.ts', 10)])).toEqual([]);
  expect(oversizedFiles([short, file('site/b.ts', 61), file('site/c.ts', 61)])).toEqual([
    expect.stringContaining('a median of 61 lines'),
  ]);
});

it('leaves tests and scripts out of the median', () => {
  expect(oversizedFiles([file('tests/a.ts', 200), file('scripts/b.mjs', 200)])).toEqual([]);
});
