import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { aioOpcodeTable } from '../../../playground-server/decode/aio-opcode-table.ts';
import * as structs from '../../../playground-server/decode/aio-structs.ts';
import { errnoTable } from '../../../playground-server/decode/errno-table.ts';
import * as flags from '../../../playground-server/decode/flag-tables.ts';
import { structBytes } from '../../../playground-server/decode/read-struct.ts';
import { signalName } from '../../../playground-server/decode/signal-name.ts';
import { signalTable } from '../../../playground-server/decode/signal-table.ts';
import { syscallName, syscallNumber } from '../../../playground-server/decode/syscall-name.ts';
import { syscallTable } from '../../../playground-server/decode/syscall-table.ts';
import { printedBy } from './compile-program.ts';

/** Macros of a header whose value is one number: name → number. */
function macros(header: string): Map<string, number> {
  const input = `#include <${header}>\n`;
  const text = execFileSync('gcc', ['-x', 'c', '-E', '-dM', '-'], { input, encoding: 'utf8' });
  const found = text.matchAll(/^#define (\w+) [^\d\n]*?(0x[0-9a-f]+|\d+)\)*$/gim);
  return new Map(Array.from(found, ([, name = '', number]) => [name, Number(number)]));
}

describe('the tables agree with the headers of this machine', () => {
  it('knows every system call of <asm/unistd_64.h>, and no number twice', () => {
    const header = Array.from(macros('asm/unistd_64.h')).filter(([name]) =>
      name.startsWith('__NR_'),
    );
    expect(header.length).toBeGreaterThan(350);
    for (const [name, number] of header) expect(syscallTable.get(number)).toBe(name.slice(5));
    expect(new Set(syscallTable.values()).size).toBe(syscallTable.size);
  });

  it('has no gap between the system calls up to Linux 6.18', () => {
    const gaps = Array.from({ length: 470 }, (_, number) => number).filter(
      (number) => !syscallTable.has(number) && !(number > 336 && number < 424),
    );
    expect(gaps).toEqual([]);
  });

  it('knows every errno of <asm/errno.h>, aliases aside', () => {
    const aliases = new Set(['EWOULDBLOCK', 'EDEADLOCK']);
    const header = Array.from(macros('asm/errno.h')).filter(([name]) => /^E[A-Z0-9]+$/.test(name));
    expect(header.length).toBeGreaterThan(125);
    for (const [name, number] of header) {
      if (!aliases.has(name)) expect(errnoTable.get(number)).toBe(name);
    }
    const gaps = Array.from({ length: 133 }, (_, index) => index + 1);
    expect(gaps.filter((number) => !errnoTable.has(number))).toEqual([41, 58]);
  });

  it('names signals 1 to 31 as <asm/signal.h> does', () => {
    const header = macros('asm/signal.h');
    expect(Array.from(signalTable.keys())).toEqual(Array.from({ length: 31 }, (_, i) => i + 1));
    for (const [number, name] of signalTable) expect(header.get(name)).toBe(number);
  });

  it('names flags and poll bits as the headers that have them do', () => {
    const header = new Map([...macros('linux/fs.h'), ...macros('asm/poll.h')]);
    const tables = [...flags.rwFlagTable, ...flags.pollTable];
    const known = tables.filter(([, name]) => header.has(name));
    expect(known.length).toBeGreaterThanOrEqual(18);
    for (const [bit, name] of known) expect(header.get(name)).toBe(Number(bit));
    for (const table of [flags.rwFlagTable, flags.pollTable, flags.iocbFlagTable]) {
      const bits = table.map(([bit]) => bit);
      expect(bits).toEqual([...new Set(bits)].sort((a, b) => Number(a - b)));
    }
  });
});

describe('the tables agree with the compiler', () => {
  it('lays out every structure as gcc does', () => {
    const types = [
      ['struct iocb', structs.iocbLayout, 64],
      ['struct io_event', structs.ioEventLayout, 32],
      ['struct __kernel_timespec', structs.timespecLayout, 16],
      ['struct iovec', structs.iovecLayout, 16],
    ] as const;
    const lines = types.flatMap(([type, layout]) => [
      `printf("%zu\\n", sizeof(${type}));`,
      ...Object.keys(layout).map((field) => `printf("%zu\\n", offsetof(${type}, ${field}));`),
    ]);
    const headers = ['stddef.h', 'stdio.h', 'linux/aio_abi.h', 'linux/time_types.h', 'sys/uio.h'];
    const includes = headers.map((header) => `#include <${header}>\n`).join('');
    const printed = printedBy(`${includes}int main(void) { ${lines.join('\n')} }`);
    const expected = types.flatMap(([, layout, bytes]) => {
      expect(structBytes(layout)).toBe(bytes);
      return [bytes, ...Object.values(layout).map(([offset]) => offset)];
    });
    expect(printed.trim().split('\n').map(Number)).toEqual(expected);
    expect(structBytes(structs.aioSigsetLayout)).toBe(16);
  });

  it('numbers opcodes, flags and priority classes as gcc does', () => {
    const names = [
      ...Array.from(aioOpcodeTable.values(), ({ name }) => name),
      ...flags.iocbFlagTable.map(([, name]) => name),
      ...flags.ioprioClassTable,
    ];
    const source = `#include <stdio.h>\n#include <linux/aio_abi.h>\n#include <linux/ioprio.h>
      int main(void) { ${names.map((name) => `printf("%d\\n", (int)${name});`).join('\n')} }`;
    const numbers = [
      ...aioOpcodeTable.keys(),
      ...flags.iocbFlagTable.map(([bit]) => bit),
      ...flags.ioprioClassTable.keys(),
    ];
    expect(printedBy(source).trim().split('\n').map(Number)).toEqual(numbers.map(Number));
  });
});

describe('names', () => {
  it('finds system calls both ways', () => {
    expect([206, 207, 208, 209, 210, 333].map(syscallName)).toEqual([
      'io_setup',
      'io_destroy',
      'io_getevents',
      'io_submit',
      'io_cancel',
      'io_pgetevents',
    ]);
    for (const [number, name] of syscallTable) expect(syscallNumber(name)).toBe(number);
    expect(syscallNumber('io_teardown')).toBeNull();
  });

  it('shows a system call or signal that it does not know by number', () => {
    expect(syscallName(0x1ff)).toBe('syscall_0x1ff');
    expect(syscallName(-1)).toBe('syscall_0xffffffff');
    expect(signalName(0)).toBe('signal 0');
    expect(signalName(65)).toBe('signal 65');
  });

  it('counts real-time signals from the first of the kernel', () => {
    expect([32, 34, 64].map(signalName)).toEqual(['SIGRT_0', 'SIGRT_2', 'SIGRT_32']);
  });
});
