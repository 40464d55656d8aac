import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../playground-server/protocol/index.ts';
import { straceText } from '../../../playground-server/protocol/transcript/strace-text.ts';
import { shownText } from '../../../playground-server/protocol/display-text.ts';
import { readTrace, rowsOf, type CallFacts } from '../../../site/strace/rows-of.ts';

const facts: CallFacts = {
  parameters: {
    io_setup: ['nr_events', 'ctx_idp'],
    io_submit: ['ctx_id', 'nr', 'iocbpp'],
    io_getevents: ['ctx_id', 'min_nr', 'nr', 'events', 'timeout'],
    io_destroy: ['ctx_id'],
  },
  errnos: { EINVAL: 22, EAGAIN: 11, EIO: 5 },
};

/** What a tape shows of each call: thread, name, brief arguments, result. */
const shown = (text: string): string[] =>
  rowsOf(readTrace(text), facts).rows.map(({ thread, name, arguments: args, status }) => {
    const end = status.kind === 'returned' ? `${status.returned} ${status.errno?.name ?? ''}` : '?';
    return `${thread} ${name}(${args.map(({ text: each }) => shownText(each)).join(', ')}) = ${end.trim()}`;
  });

describe('a line', () => {
  it.each([
    ['io_setup(1, [0x7f01]) = 0', '1 io_setup(1, 0x7f01) = 0'],
    ['io_setup(0, [NULL]) = -1 EINVAL (Invalid argument)', '1 io_setup(0, 0) = -1 EINVAL'],
    ['123 io_destroy(0x7f01) = 0 <0.000012>', '1 io_destroy(0x7f01) = 0'],
    ['[pid   123] io_destroy(0x7f01)          = 0', '1 io_destroy(0x7f01) = 0'],
    ['123   1700000000.123456 io_destroy(0x7f01) = 0 <0.000012>', '1 io_destroy(0x7f01) = 0'],
    ['12:34:56.789012 io_destroy(0x7f01) = 0', '1 io_destroy(0x7f01) = 0'],
    ['     0.000123 io_destroy(0x7f01) = 0', '1 io_destroy(0x7f01) = 0'],
    ['io_destroy(0x7f01) = ?', '1 io_destroy(0x7f01) = ?'],
    [
      'io_submit(0x7f01, 1, [{aio_data=0, aio_lio_opcode=IOCB_CMD_PREAD, aio_fildes=3</work/a,b>, aio_buf="a,\\"b"..., aio_offset=0}]) = 1',
      '1 io_submit(0x7f01, 1, [{aio_data = 0, aio_lio_opcode = IOCB_CMD_PREAD, aio_fildes = 3, aio_buf = "a,\\"b"…, aio_offset = 0}]) = 1',
    ],
    [
      'io_getevents(0x7f01, 1, 8, [{data=0, obj=0x7ffe, res=-5, res2=0}], {tv_sec=1, tv_nsec=0}) = 1',
      '1 io_getevents(0x7f01, 1, 8, [{data = 0, obj = 0x7ffe, res = -5 EIO, res2 = 0}], {tv_sec = 1, tv_nsec = 0}) = 1',
    ],
    ['read(3</dev/null>, "", 16) = 0', '1 read(3, "", 16) = 0'],
    [
      'ioctl(1, TCGETS, 0x7ffc) = -1 ENOTTY (Inappropriate ioctl for device)',
      '1 ioctl(1, TCGETS, 0x7ffc) = -1 ENOTTY',
    ],
  ])('is read: %s', (line, tape) => {
    expect(shown(line)).toEqual([tape]);
  });

  it.each(['', 'Hello', 'segfault at 0 (core dumped)', 'io_setup(1, [0x7f', '(', '{"a": 1}'])(
    'is none of strace’s: %j',
    (line) => {
      expect(readTrace(line)).toEqual({ lines: [], unread: line === '' ? 0 : 1 });
    },
  );
});

it('reads what strace 6.1 wrote', () => {
  const text = `19572      0.000040 io_setup(2, [0x7fc7e735f000]) = 0
19572      0.000049 io_submit(0x7fc7e735f000, 2, [{aio_data=0x1, aio_lio_opcode=IOCB_CMD_PREAD, aio_fildes=3, aio_buf=0x7fffc6a40852, aio_nbytes=5, aio_offset=0}, {aio_data=0x2, aio_lio_opcode=IOCB_CMD_PREAD, aio_fildes=3, aio_buf=0x7fffc6a4084c, aio_nbytes=5, aio_offset=6}]) = 2
19572      0.000030 io_getevents(0x7fc7e735f000, 2, 2, [{data=0x1, obj=0x7fffc6a40800, res=5, res2=0}, {data=0x2, obj=0x7fffc6a407c0, res=5, res2=0}], NULL) = 2
19572      0.000024 ioctl(1, TCGETS, 0x7fffc6a3ff60) = -1 ENOTTY (Inappropriate ioctl for device)
19572      0.000030 brk(0x5574a1d1f000) = 0x5574a1d1f000
19572      0.000041 exit_group(0)       = ?
19572      0.002110 +++ exited with 0 +++
`;
  expect(readTrace(text).unread).toBe(0);
  const { rows } = rowsOf(readTrace(text), facts);
  expect(rows.map(({ name, status }) => [name, 'returned' in status && status.returned])).toEqual([
    ['io_setup', '0'],
    ['io_submit', '2'],
    ['io_getevents', '2'],
    ['ioctl', '-1'],
    ['brk', '0x5574a1d1f000'],
    ['exit_group', false],
  ]);
});

it('joins a call that other threads came between', () => {
  const text = `
11 io_getevents(0x7f01, 1, 1,  <unfinished ...>
12 io_destroy(0x7f01 <unfinished ...>
11 <... io_getevents resumed>[], NULL) = 0
12 <... io_destroy resumed>)       = 0
11 io_getevents(0x7f01, 1, 1, <unfinished ...>) = ?
12 +++ exited with 0 +++
11 --- SIGTERM {si_signo=SIGTERM, si_code=SI_USER, si_pid=1, si_uid=0} ---
11 +++ killed by SIGTERM +++`;
  expect(shown(text)).toEqual([
    '1 io_getevents(0x7f01, 1, 1, [], NULL) = 0',
    '2 io_destroy(0x7f01) = 0',
    '1 io_getevents(0x7f01, 1, 1) = ?',
  ]);
  expect(readTrace(text).unread).toBe(0);
});

it('tells when calls were made: since the first one, whatever strace was asked for', () => {
  const times = (text: string) =>
    rowsOf(readTrace(text), facts).rows.map(({ atNs }) => Math.round(atNs));
  expect(times('1 10.5 io_destroy(0x1) = 0\n1 10.75 io_destroy(0x1) = 0')).toEqual([
    0, 250_000_000,
  ]);
  const steps = '     0.000000 a() = 0\n     0.002000 a() = 0\n     0.001000 a() = 0';
  expect(times(steps)).toEqual([0, 2_000_000, 3_000_000]);
  expect(times('23:59:59 a() = 0\n23:59:59 a() = 0')).toEqual([0, 0]);
});

it('leaves out what is not wanted, and what is beyond the longest tape', () => {
  const text = 'read(0, "", 1) = 0\nio_destroy(0x1) = 0\n';
  const isAio = (name: string) => name.startsWith('io_');
  expect(rowsOf(readTrace(text), facts, isAio).rows.map(({ name }) => name)).toEqual([
    'io_destroy',
  ]);
  const { rows, leftOut } = rowsOf(readTrace(text.repeat(6000)), facts);
  expect([rows.length, leftOut]).toEqual([10_000, 2000]);
});

it('reads every tape that this site has written as strace would', () => {
  for (const path of globSync('content/examples/*/tape.json')) {
    const events = JSON.parse(readFileSync(path, 'utf8')) as RunEvent[];
    const trace = readTrace(straceText(events));
    const { rows } = rowsOf(trace, facts);
    const exits = events.filter((event) => event.kind === 'syscall-exit');
    const returned = rows.flatMap(({ status }) =>
      status.kind === 'returned' ? [`${status.returned} ${status.errno?.name}`] : [],
    );
    expect(trace.unread, path).toBe(0);
    expect(returned.sort(), path).toEqual(
      exits.map((exit) => `${exit.returned} ${exit.errno?.name}`).sort(),
    );
  }
});

it('is not led astray by what no strace has written', () => {
  const odd = [
    'a('.repeat(5000),
    `a("${'\\'.repeat(5001)}`,
    `a(${'{'.repeat(20_000)}) = 0`,
    '\0\uffff(',
  ];
  for (const line of odd) expect(() => rowsOf(readTrace(line), facts)).not.toThrow();
});
