import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { builtJson } from '../../../../playground-server/http/site/built-json.ts';
import { temporaryFolder } from '../../../tmp/temporary-folder.ts';

const path = join(temporaryFolder('built'), 'list.json');

function write(text: string, changedAt: number): void {
  writeFileSync(path, text);
  utimesSync(path, changedAt, changedAt);
}

it('a file of the build is parsed once, and again when the site has been rebuilt', () => {
  const list = builtJson(path, String, 'none');
  expect(list()).toBe('none');
  write('"first"', 1);
  expect(list()).toBe('first');
  write('half of an', 1);
  expect(list()).toBe('first');
  write('"second"', 2);
  expect(list()).toBe('second');
  rmSync(path);
  expect(list()).toBe('none');
});

it('a file that cannot be parsed is not taken for the one before it', () => {
  const list = builtJson(path, String, 'none');
  write('"first"', 3);
  expect(list()).toBe('first');
  write('half of an', 4);
  expect(list).toThrow();
  expect(list).toThrow();
});
