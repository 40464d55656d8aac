import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../playground-server/run/engine.ts';
import { named } from '../../playground-server/protocol/index.ts';
import type { Language } from '../../playground-server/protocol/index.ts';
import { eventsOf } from '../../site/playground/client/row-values.ts';
import { collectRun, type Seen } from '../sandbox/collect-run.ts';
import { testEngine } from './oracle/run-on-engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});
afterAll(() => engine.close(1000));

const run = (language: Language, source: string): Promise<Seen> =>
  collectRun(engine, source, { language });

/** What two tapes of one experiment must have in common; addresses and descriptors differ. */
const answersOf = ({ calls }: Seen) =>
  calls.map(({ name, returned, raw, errno, verdict, arguments: args }) => ({
    call: `${name} = ${returned} (${raw}) ${errno?.name ?? ''} ${verdict}`,
    events: eventsOf({ arguments: args }).map(({ fields }) => [
      named(fields, 'data'),
      named(fields, 'res'),
    ]),
  }));

const inC = `#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void)
{
    aio_context_t ctx = 0;
    syscall(SYS_io_setup, 0L, &ctx);
    syscall(SYS_io_setup, 4L, &ctx);
    syscall(SYS_io_setup, 4L, &ctx);
    int fd = open("file", O_RDWR | O_CREAT, 0600);
    struct iocb write = {.aio_data = 7, .aio_lio_opcode = IOCB_CMD_PWRITE, .aio_fildes = fd,
                         .aio_buf = (uintptr_t)"hello", .aio_nbytes = 5};
    struct iocb bad = {.aio_lio_opcode = IOCB_CMD_NOOP, .aio_fildes = fd};
    struct iocb *list[] = {&write, &bad};
    syscall(SYS_io_submit, ctx, 2L, list);
    syscall(SYS_io_submit, ctx, 1L, list + 1);
    struct io_event events[2];
    syscall(SYS_io_getevents, ctx, 1L, 2L, events, NULL);
    syscall(SYS_io_cancel, ctx, &write, NULL);
    syscall(SYS_io_destroy, ctx);
    syscall(SYS_io_destroy, ctx);
}
`;

const raw = `import * as aio from 'aio';
import { openSync } from 'node:fs';
const { io_setup, io_submit, io_getevents, io_cancel, io_destroy } = aio;
const ctx = new aio.AioContext();
io_setup(0, ctx);
io_setup(4, ctx);
io_setup(4, ctx);
const fd = openSync('file', 'w+');
const write = new aio.Iocb({ aio_data: 7n, aio_lio_opcode: aio.IOCB_CMD_PWRITE, aio_fildes: fd, aio_buf: Buffer.from('hello') });
const bad = new aio.Iocb({ aio_lio_opcode: aio.IOCB_CMD_NOOP, aio_fildes: fd });
io_submit(ctx, 2, [write, bad]);
io_submit(ctx, 1, [bad]);
const events = new aio.IoEvents(2);
io_getevents(ctx, 1, 2, events, null);
io_cancel(ctx, write, null);
io_destroy(ctx);
io_destroy(ctx);
`;
const wrapped = raw.replace('} = aio;', '} = aio.libaio;');

describe('one experiment in two languages', () => {
  it('has the same tape, whatever the convention', async () => {
    const expected = answersOf(await run('c', inC));
    expect(expected).toHaveLength(9);
    expect(answersOf(await run('typescript', raw))).toEqual(expected);
    expect(answersOf(await run('typescript', wrapped))).toEqual(expected);
  });

  it('has the snippet’s line at each call, and the convention', async () => {
    const lines = [5, 6, 7, 11, 12, 14, 15, 16, 17];
    for (const [source, convention] of [
      [raw, 'koffi'],
      [wrapped, 'libaio'],
    ] as const) {
      const seen = await run('typescript', source);
      expect(seen.calls.map((call) => call.line)).toEqual(lines);
      expect(new Set(seen.calls.map((call) => call.convention))).toEqual(new Set([convention]));
    }
  });
});

it('gives the line and the thread of a call that another thread makes', async () => {
  const seen = await run(
    'typescript',
    `import { AioContext, IoEvents, io_setup, io_getevents, libaio } from 'aio';
const ctx = new AioContext();
io_setup(1, ctx);
const soon = { tv_sec: 0n, tv_nsec: 20_000_000n };
const both = [
  io_getevents.async(ctx, 1, 1, new IoEvents(1), soon),
  libaio.io_getevents.async(ctx, 1, 1, new IoEvents(1), soon),
];
console.log((await Promise.all(both)).map(({ returned }) => returned).join());
`,
  );
  const entries = seen.events.filter((event) => event.kind === 'syscall-entry');
  expect(entries.map(({ thread }) => thread)).toEqual([1, 2, 3]);
  expect(new Set(entries.map(({ line }) => line))).toEqual(new Set([3, 6, 7]));
  expect(seen.stdout).toBe('0,0\n');
});

it('gives the line of functions that a snippet itself declares with koffi', async () => {
  const seen = await run(
    'typescript',
    `import koffi from 'koffi';
const libc = koffi.load('libc.so.6');
libc.func('long syscall(long nr, long ctx)')(207, 0);
libc.func('long syscall(long nr, ...)')(207, 'long', 0);
koffi.load('libaio.so.1').func('io_destroy', 'int', ['void *'])(null);
`,
  );
  expect(seen.calls.map(({ line, convention }) => [line, convention])).toEqual([
    [3, 'koffi'],
    [4, 'koffi'],
    [5, 'libaio'],
  ]);
});

it('reports a type error where it is, and runs the snippet all the same', async () => {
  const seen = await run('typescript', `const text: string = 1;\nconsole.log(text);\nexport {};\n`);
  expect(seen.events.filter(({ kind }) => kind === 'diagnostic')).toMatchObject([
    { severity: 'error', line: 1, column: 7, endColumn: 11, option: 'TS2322' },
  ]);
  expect(seen.stdout).toBe('1\n');
});

it('does not run what Node could not strip', async () => {
  const seen = await run('typescript', `console.log(1);\nenum Color { Red }\n`);
  expect(seen.errors).toHaveLength(1);
  expect(seen.outcome).toEqual({ kind: 'not-compiled' });
});

it('names an exception by its line in the snippet, and ends with Node’s status', async () => {
  const seen = await run('typescript', `export {};\nthrow new Error('here');\n`);
  expect(seen.stderr).toContain('snippet.ts:2');
  expect(seen.outcome).toEqual({ kind: 'exited', status: 1 });
});

it('refuses what Node has no room for, and says what to do', () => {
  const request = {
    language: 'typescript',
    source: '',
    conditions: { addressSpaceMiB: 64 },
  } as const;
  expect(engine.unavailable(request)).toContain('C snippet');
});

it('refuses calls on the reader’s request, and provides a disk on request', async () => {
  const source = `import { AioContext, io_setup, errnoName, errno } from 'aio';
import { statfsSync } from 'node:fs';
io_setup(1, new AioContext());
console.log(errnoName(errno()), statfsSync('/work').type);
`;
  const disk = engine.unavailable({ language: 'c', source: '', conditions: { scratch: 'disk' } });
  const refuse = { io_setup: 'ENOSYS' } as const;
  const conditions = { refuse, scratch: disk === null ? ('disk' as const) : ('tmpfs' as const) };
  const seen = await collectRun(engine, source, { language: 'typescript', conditions });
  expect(seen.calls).toMatchObject([{ name: 'io_setup', verdict: 'condition' }]);
  // EXT4_SUPER_MAGIC and TMPFS_MAGIC, linux/magic.h.
  expect(seen.stdout).toBe(`ENOSYS ${disk === null ? 0xef53 : 0x01021994}\n`);
});

it('sees what a filter of the snippet’s own answers', async () => {
  const { calls, outcome } = await run(
    'typescript',
    `import { AioContext, io_destroy, io_setup } from 'aio';
    import koffi from 'koffi';
    const syscall = koffi.load('libc.so.6').func('long syscall(long, long, long, void *)');
    // Load the number of the call; io_setup fails with ENOSYS (38); the others go on.
    const steps = [[0x20, 0, 0, 0], [0x15, 0, 1, 206], [6, 0, 0, 0x00050026], [6, 0, 0, 0x7fff0000]];
    const code = Buffer.alloc(8 * steps.length);
    steps.forEach(([what, met, unmet, value], at) => {
      code.writeUInt16LE(what!, 8 * at);
      code.writeUInt8(met!, 8 * at + 2);
      code.writeUInt8(unmet!, 8 * at + 3);
      code.writeUInt32LE(value!, 8 * at + 4);
    });
    const program = Buffer.alloc(16);
    program.writeUInt16LE(steps.length, 0);
    program.writeBigUInt64LE(koffi.address(code), 8);
    if (syscall(317, 1, 1, program) !== 0) throw new Error('not installed');
    io_setup(1, new AioContext());
    io_destroy(0n);`,
  );
  expect(calls).toMatchObject([
    { name: 'io_setup', line: 17, verdict: 'kernel', errno: { name: 'ENOSYS' } },
    { name: 'io_destroy', line: 18, verdict: 'kernel', errno: { name: 'EINVAL' } },
  ]);
  expect(outcome).toEqual({ kind: 'exited', status: 0 });
});
