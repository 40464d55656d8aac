import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseElfImage } from '../../../../playground-server/decode/lines/elf-image.ts';
import type { FrameRow, Rule } from '../../../../playground-server/decode/unwind/frame-row.ts';
import { unwindTable } from '../../../../playground-server/decode/unwind/unwind-table.ts';

const names = ['rax', 'rdx', 'rcx', 'rbx', 'rsi', 'rdi', 'rbp', 'rsp'];
const registers = [...names, ...Array.from({ length: 8 }, (_, at) => `r${at + 8}`), 'ra'];

const signed = (offset: number) => `${offset < 0 ? '' : '+'}${offset}`;

/** A rule in readelf's words. */
function ruleText(rule: Rule | undefined): string {
  switch (rule?.kind) {
    case undefined:
    case 'unknown':
      return 'u';
    case 'same':
      return 's';
    case 'at':
      return `c${signed(rule.offset)}`;
    case 'value':
      return `v${signed(rule.offset)}`;
    case 'register':
      return registers[rule.register] ?? '?';
    case 'at-expression':
      return 'exp';
    case 'value-expression':
      return 'vexp';
  }
}

const rowText = ({ address, rules }: FrameRow, columns: readonly string[]): string[] => [
  address.kind === 'expression' ? 'exp' : `${registers[address.register]}${signed(address.offset)}`,
  ...columns.map((name) => ruleText(rules.get(registers.indexOf(name)))),
];

/** Each row of the table as readelf decodes it: its address, the columns, and what they say. */
function readelfRows(path: string) {
  // Its status is 1 where a library names debug information that is not installed.
  const { stdout } = spawnSync('readelf', ['-wF', path], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const told = stdout.replaceAll(/\br\d+ \((\w+)\)/g, '$1');
  let columns: string[] = [];
  let isFunction = false;
  return told.split('\n').flatMap((line) => {
    if (/\bCIE\b/.test(line)) isFunction = false;
    if (/\bFDE\b/.test(line)) isFunction = true;
    const words = line.trim().split(/\s+/);
    if (words[0] === 'LOC') columns = words.slice(2);
    if (!isFunction || !/^[0-9a-f]{16}$/.test(words[0] ?? '') || words[1]?.length === 16) return [];
    return [{ address: parseInt(words[0]!, 16), columns, says: words.slice(1) }];
  });
}

describe('unwindTable', () => {
  it.each([
    'libc.so.6',
    'libm.so.6',
    'libaio.so.1',
    'libgcc_s.so.1',
    'libstdc++.so.6',
    'ld-linux-x86-64.so.2',
  ])('agrees with readelf on every row of %s', (name) => {
    const path = `/lib/x86_64-linux-gnu/${name}`;
    const elf = parseElfImage(readFileSync(path));
    const table = elf && unwindTable(elf);
    const rows = readelfRows(path);
    expect(rows.length).toBeGreaterThan(20);
    const differing = rows.flatMap(({ address, columns, says }) => {
      const row = table?.rowAt(address);
      const told = row ? rowText(row, columns).join(' ') : 'nothing';
      return told === says.join(' ')
        ? []
        : [`${address.toString(16)}: ${told}, not ${says.join(' ')}`];
    });
    expect(differing).toEqual([]);
  });

  it('knows what the kernel pushes for a signal handler', () => {
    const elf = parseElfImage(readFileSync('/lib/x86_64-linux-gnu/libc.so.6'));
    const table = elf && unwindTable(elf);
    const trampolines = readelfRows('/lib/x86_64-linux-gnu/libc.so.6').filter(
      ({ says }) => says.length === registers.length + 1 && says.every((word) => word === 'exp'),
    );
    expect(trampolines).toHaveLength(1);
    for (const { address } of trampolines) expect(table?.rowAt(address)?.isSignalFrame).toBe(true);
  });

  it('has nothing to say of an address outside of every function', () => {
    const elf = parseElfImage(readFileSync('/lib/x86_64-linux-gnu/libc.so.6'));
    const table = elf && unwindTable(elf);
    for (const address of [0, 1, -1, 2 ** 47, Number.MAX_SAFE_INTEGER]) {
      expect(table?.rowAt(address)).toBeNull();
    }
  });
});
