import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hashFiles } from '../../../scripts/setup/hash-files.mjs';
import { isPresent } from '../../../scripts/setup/is-present.mjs';
import { stamp } from '../../../scripts/setup/stamp.mjs';
import { temporaryFolder } from '../../tmp/temporary-folder.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder('live-man-setup');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

function write(name: string, content: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

describe('the hash of the inputs', () => {
  it('changes with a content, a name, and a new file deep inside', () => {
    const hashes = [hashFiles([folder])];
    for (const [name, content] of [
      ['a.mdx', 'one'],
      ['a.mdx', 'two'],
      ['b.mdx', 'two'],
      ['deep/down/c.mdx', ''],
    ] as const) {
      write(name, content);
      hashes.push(hashFiles([folder]));
    }
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('does not change with a date, nor with the order of the paths', () => {
    const [a, b] = [write('a', '1'), write('b', '2')];
    const before = hashFiles([a, b]);
    utimesSync(a, 1, 1);
    expect(hashFiles([b, a])).toBe(before);
  });

  it('takes a path that does not exist for an empty one', () => {
    expect(hashFiles([join(folder, 'none')])).toBe(hashFiles([]));
  });
});

describe('the stamp', () => {
  it('is fresh for the inputs it was written for, and for no others', () => {
    const path = join(folder, 'stamp');
    expect(stamp(path, 'x').isFresh()).toBe(false);
    stamp(path, 'x').write();
    expect(stamp(path, 'x').isFresh()).toBe(true);
    expect(stamp(path, 'y').isFresh()).toBe(false);
    stamp(path, 'y').clear();
    expect(stamp(path, 'x').isFresh()).toBe(false);
  });
});

describe('a system package', () => {
  it('is there when its command is on the PATH', () => {
    vi.stubEnv('PATH', folder);
    expect(isPresent({ kind: 'command', name: 'bwrap-of-this-test' })).toBe(false);
    write('bwrap-of-this-test', '');
    expect(isPresent({ kind: 'command', name: 'bwrap-of-this-test' })).toBe(true);
  });

  it('is there, when it is the browser, where CHROMIUM_PATH says', () => {
    vi.stubEnv('CHROMIUM_PATH', join(folder, 'browser'));
    expect(isPresent({ kind: 'command', name: 'chromium-headless-shell' })).toBe(false);
    write('browser', '');
    expect(isPresent({ kind: 'command', name: 'chromium-headless-shell' })).toBe(true);
  });

  it('is missing when its library or header is in no folder of the system', () => {
    expect(isPresent({ kind: 'library', name: 'libnone-of-this-test.so.1' })).toBe(false);
    expect(isPresent({ kind: 'header', name: 'none-of-this-test.h' })).toBe(false);
  });
});
