import { describe, expect, it } from 'vitest';
import { aioOpcodeTable } from '../../../playground-server/decode/families/aio/aio-opcode-table.ts';
import { i386 } from '../../../playground-server/decode/abi/i386.ts';
import { x86_64 } from '../../../playground-server/decode/abi/x86-64.ts';
import * as flags from '../../../playground-server/decode/families/aio/flag-tables.ts';
import { structBytes } from '../../../playground-server/decode/read-struct.ts';
import { signalName } from '../../../playground-server/decode/signal-name.ts';
import { syscallName, syscallNumber } from '../../../playground-server/decode/syscall-name.ts';
import { printedBy } from './compile-program.ts';

describe('the tables have no gap', () => {
  const numbers = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const missing = (table: ReadonlyMap<number, string>, first: number, last: number) =>
    numbers(first, last).filter((number) => !table.has(number));

  it('between the system calls up to Linux 6.18', () => {
    expect(missing(x86_64.callNames, 0, 336)).toEqual([]);
    expect(missing(x86_64.callNames, 424, 469)).toEqual([]);
    expect(missing(i386.callNames, 424, 469)).toEqual([]);
    expect(new Set(x86_64.callNames.values()).size).toBe(x86_64.callNames.size);
  });

  it('between the errnos, but for the two that are unused', () => {
    expect(missing(x86_64.errnoNames, 1, 133)).toEqual([41, 58]);
  });

  it('between the signals that have a name', () => {
    expect(Array.from(x86_64.signalNames.keys())).toEqual(numbers(1, 31));
  });

  it('and tell single bits, lowest first', () => {
    for (const table of [flags.rwFlagTable, flags.pollTable, flags.iocbFlagTable]) {
      const bits = table.map(([bit]) => bit);
      expect(bits).toEqual([...new Set(bits)].sort((a, b) => Number(a - b)));
      expect(bits.filter((bit) => (bit & (bit - 1n)) !== 0n)).toEqual([]);
    }
  });
});

describe('the tables agree with the compiler', () => {
  it('lays out every structure as gcc does', () => {
    const { structs } = x86_64;
    const types = [
      ['struct iocb', structs.iocb, 64],
      ['struct io_event', structs.ioEvent, 32],
      ['struct __kernel_timespec', structs.timespec, 16],
      ['struct iovec', structs.iovec, 16],
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
    expect(structBytes(structs.aioSigset)).toBe(16);
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
    for (const [number, name] of x86_64.callNames) expect(syscallNumber(name)).toBe(number);
    expect(syscallNumber('io_teardown')).toBeNull();
  });

  it('numbers the calls of a 32-bit program by their own table', () => {
    const names = ['write', 'io_setup', 'io_pgetevents', 'io_pgetevents_time64'];
    expect(names.map((name) => i386.callNumbers.get(name))).toEqual([4, 245, 385, 416]);
    expect(i386.callNames.get(4)).toBe('write');
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
