import { describe, expect, it } from 'vitest';
import { fieldsOf, named } from '../../../playground-server/protocol/index.ts';
import type { DecodedValue } from '../../../playground-server/protocol/index.ts';
import { Notes } from '../../../playground-server/tracer/capture/notes.ts';
import { shownText } from '../../../playground-server/protocol/display-text.ts';
import { decodeArguments } from './decode-as-recorded.ts';
import { fakeMemory, iocbBytes, words } from './fake-memory.ts';

const entry = { phase: 'entry' } as const;
const exit = (result: bigint) => ({ phase: 'exit', result }) as const;
const nothing = fakeMemory({});

/** The arguments as a row of the tape shows them. */
const row = (values: readonly DecodedValue[]) =>
  values.map(({ name, text }) => `${name} = ${shownText(text)}`);
const fields = (value: DecodedValue | undefined) => (value ? fieldsOf(value) : []);
const field = (value: DecodedValue | undefined, name: string) => named(fields(value), name);

describe('io_setup', () => {
  it('shows the handle before and after the call', () => {
    const before = fakeMemory({ 0x7ffe0000: words(0n) });
    const after = fakeMemory({ 0x7ffe0000: words(0x7f1200000000n) });
    const args = [128n, 0x7ffe0000n];
    expect(row(decodeArguments('io_setup', args, before, entry))).toEqual([
      'nr_events = 128',
      'ctx_idp = 0x7ffe0000 → 0',
    ]);
    const values = decodeArguments('io_setup', args, after, exit(0n));
    expect(values[1]?.text).toBe('0x7ffe0000 → 0x7f1200000000');
    expect(values[1]).toMatchObject({ kind: 'address', address: '0x7ffe0000', target: 'shown' });
    expect(fields(values[1])).toEqual([
      { name: '*ctx_idp', text: '0x7f1200000000', kind: 'handle', handle: '0x7f1200000000' },
    ]);
  });

  it('cuts nr_events to 32 unsigned bits as the kernel does', () => {
    const shown = (nr: bigint) => decodeArguments('io_setup', [nr, 0n], nothing, entry)[0];
    const number = (value: string) => ({ name: 'nr_events', text: value, kind: 'number', value });
    expect(shown(0x100000001n)).toEqual(number('1'));
    expect(shown(0x100000000n)).toEqual(number('0'));
    expect(shown(2n ** 64n - 1n)).toEqual(number('4294967295'));
  });

  it('says NULL and unreadable', () => {
    const shown = (at: bigint) => decodeArguments('io_setup', [1n, at], nothing, entry)[1];
    expect(shown(0n)).toMatchObject({ text: 'NULL', target: 'null', address: '0x0' });
    expect(shown(0xffff800000000000n)).toMatchObject({
      text: '0xffff800000000000 (unreadable)',
      target: 'unreadable',
      address: '0xffff800000000000',
    });
  });

  it('takes a handle that ends in an unreadable page for unreadable', () => {
    const memory = fakeMemory({ 0xffc: new Uint8Array(4) });
    expect(decodeArguments('io_setup', [1n, 0xffcn], memory, entry)[1]?.text).toMatch(/unreadable/);
  });
});

describe('io_submit', () => {
  const submit = (iocb: Uint8Array, more: Record<string, Uint8Array> = {}) => {
    const memory = fakeMemory({ 0x1000: words(0x2000n), 0x2000: iocb, ...more });
    return decodeArguments('io_submit', [0x7f00n, 1n, 0x1000n], memory, entry)[2];
  };

  it('shows a write with its first bytes', () => {
    const iocb = iocbBytes({ opcode: 1, buf: 0x3000n, nbytes: 5n, offset: 8n, data: 42n });
    const list = submit(iocb, { 0x3000: Buffer.from('hello, world') });
    expect(list?.text).toBe(
      '[0x2000 → {aio_data = 42, aio_lio_opcode = IOCB_CMD_PWRITE, aio_fildes = 3, ' +
        'aio_buf = 0x3000 "hello", aio_nbytes = 5, aio_offset = 8}]',
    );
    expect(fields(list)[0]?.name).toBe('iocbpp[0]');
    expect(fields(fields(list)[0]).map(({ name }) => name)).toEqual([
      'aio_data',
      'aio_key',
      'aio_rw_flags',
      'aio_lio_opcode',
      'aio_reqprio',
      'aio_fildes',
      'aio_buf',
      'aio_nbytes',
      'aio_offset',
      'aio_reserved2',
      'aio_flags',
      'aio_resfd',
    ]);
  });

  it('shows a long write by its beginning', () => {
    const iocb = iocbBytes({ opcode: 1, buf: 0x3000n, nbytes: 512n });
    const list = submit(iocb, { 0x3000: new Uint8Array(512).fill(0x41) });
    expect(field(fields(list)[0], 'aio_buf')?.text).toBe(`0x3000 "${'A'.repeat(32)}"…`);
  });

  it('never looks into the buffer of a read', () => {
    const iocb = iocbBytes({ opcode: 0, buf: 0x3000n, nbytes: 5n, fd: -1 });
    const list = submit(iocb, { 0x3000: Buffer.from('hello') });
    expect(list?.text).toContain(
      'aio_fildes = -1, aio_buf = 0x3000, aio_nbytes = 5, aio_offset = 0',
    );
  });

  it('names flags and priority, and keeps unknown bits', () => {
    const list = submit(
      iocbBytes({ opcode: 0, rwFlags: 0x40000018, flags: 7, resfd: 0, reqprio: (2 << 13) | 4 }),
    );
    expect(list?.text).toContain('aio_rw_flags = RWF_NOWAIT|RWF_APPEND|0x40000000');
    expect(list?.text).toContain('aio_flags = IOCB_FLAG_RESFD|IOCB_FLAG_IOPRIO|0x4, aio_resfd = 0');
    expect(list?.text).toContain('aio_reqprio = IOPRIO_PRIO_VALUE(IOPRIO_CLASS_BE, 4)');
  });

  it('names the poll mask and leaves the rest out', () => {
    expect(submit(iocbBytes({ opcode: 5, buf: 0x10005n }))?.text).toBe(
      '[0x2000 → {aio_lio_opcode = IOCB_CMD_POLL, aio_fildes = 3, aio_buf = POLLIN|POLLOUT|0x10000}]',
    );
  });

  it('shows of an fsync only what should not be there', () => {
    expect(submit(iocbBytes({ opcode: 2, nbytes: 1n }))?.text).toBe(
      '[0x2000 → {aio_lio_opcode = IOCB_CMD_FSYNC, aio_fildes = 3, aio_nbytes = 1}]',
    );
  });

  it('shows an opcode without a name by number', () => {
    const list = submit(iocbBytes({ opcode: 9, reserved2: 1n }));
    expect(list?.text).toContain('aio_lio_opcode = 9, aio_fildes = 3, aio_reserved2 = 1');
  });

  it('gives the first 64 bytes of data in hexadecimal', () => {
    const iocb = iocbBytes({ opcode: 1, buf: 0x3000n, nbytes: 5n });
    const list = submit(iocb, { 0x3000: Buffer.from('hello, world') });
    expect(field(fields(list)[0], 'aio_buf')).toMatchObject({
      bytes: '68656c6c6f',
      lengthBytes: '5',
    });
    const long = iocbBytes({ opcode: 1, buf: 0x3000n, nbytes: 100n });
    const cut = submit(long, { 0x3000: Buffer.alloc(100, 'A') });
    expect(field(fields(cut)[0], 'aio_buf')).toMatchObject({
      bytes: '41'.repeat(64),
      lengthBytes: '100',
    });
  });

  it('expands iovecs, with data only where it is written', () => {
    const pieces = { 0x3000: words(0x4000n, 3n, 0n, 0n), 0x4000: Buffer.from('abc') };
    const written = submit(iocbBytes({ opcode: 8, buf: 0x3000n, nbytes: 2n }), pieces);
    expect(field(fields(written)[0], 'aio_buf')?.text).toBe(
      '[{iov_base = 0x4000 "abc", iov_len = 3}, {iov_base = NULL, iov_len = 0}]',
    );
    const read = submit(iocbBytes({ opcode: 7, buf: 0x3000n, nbytes: 1n }), pieces);
    expect(read?.text).toContain('aio_buf = [{iov_base = 0x4000, iov_len = 3}]');
  });

  it('expands 16 iovecs and counts the others', () => {
    const pieces = { 0x3000: new Uint8Array(16 * 1025) };
    const list = submit(iocbBytes({ opcode: 7, buf: 0x3000n, nbytes: 1025n }), pieces);
    const buffer = field(fields(list)[0], 'aio_buf');
    expect(fields(buffer)).toHaveLength(16);
    expect(buffer).toMatchObject({ kind: 'array', count: '1025', leftOut: '1009' });
  });

  it('reads a truncated iocb as unreadable', () => {
    const whole = iocbBytes({ opcode: 0 });
    expect(submit(whole.subarray(0, 63))?.text).toBe('[0x2000 (unreadable)]');
  });

  it('ends a list at the page that cannot be read', () => {
    const memory = fakeMemory({ 0x1000: words(0n, 7n).subarray(0, 12) });
    const list = decodeArguments('io_submit', [0n, 4n, 0x1000n], memory, entry)[2];
    expect(list?.text).toBe('[NULL, 0x1008 (unreadable)]');
    // Two are not among the fields, but nobody can say that they are there.
    expect(list).toMatchObject({ count: '4', leftOut: '0' });
    expect(fields(list).map(({ kind }) => kind)).toEqual(['address', 'address']);
  });

  it('does not look at the list when nr is 0 or negative', () => {
    const memory = () => {
      throw new Error('memory was read');
    };
    const shown = (nr: bigint) =>
      row(decodeArguments('io_submit', [0n, nr, 0x1000n], memory, entry)).slice(1);
    expect(shown(0n)).toEqual(['nr = 0', 'iocbpp = 0x1000']);
    expect(shown(2n ** 64n - 1n)).toEqual(['nr = -1', 'iocbpp = 0x1000']);
  });

  it('expands 64 iocbs and counts the others', () => {
    const memory = fakeMemory({ 0x1000: new Uint8Array(8 * 1000) });
    const list = decodeArguments('io_submit', [0n, 2n ** 63n - 1n, 0x1000n], memory, entry)[2];
    expect(fields(list)).toHaveLength(64);
    expect(list?.text).toBe('[NULL, NULL, NULL, NULL, … and 9223372036854775803 more]');
    expect(list).toMatchObject({ count: `${2n ** 63n - 1n}`, leftOut: '9223372036854775743' });
  });
});

describe('io_getevents and io_pgetevents', () => {
  const event = words(42n, 0x2000n, -22n, 0n);
  const pieces = {
    0x1000: Buffer.concat([event, words(0x7ffe00000000n, 0x2040n, 5n, 0n)]),
    0x5000: words(1n, -5n),
    0x6000: words(0x7000n, 8n),
    0x7000: words((1n << 13n) | (1n << 9n)),
    0x8000: words(0x9000n, 128n),
    0x9000: words(2n ** 64n - 1n - (1n << 8n) - (1n << 18n)),
  };
  const args = [0x7f00n, 1n, 4n, 0x1000n, 0x5000n, 0x6000n];
  const wait = (side: Parameters<typeof decodeArguments>[3], registers: readonly bigint[] = args) =>
    row(decodeArguments('io_pgetevents', registers, fakeMemory(pieces), side));

  it('shows what is asked for at entry', () => {
    expect(wait(entry)).toEqual([
      'ctx_id = 0x7f00',
      'min_nr = 1',
      'nr = 4',
      'events = 0x1000',
      'timeout = {tv_sec = 1, tv_nsec = -5}',
      'usig = {sigmask = [SIGUSR1 SIGALRM], sigsetsize = 8}',
    ]);
  });

  it('shows the events at exit, a negative res with its errno', () => {
    expect(wait(exit(2n))[3]).toBe(
      'events = [{data = 42, obj = 0x2000, res = -22 EINVAL, res2 = 0}, ' +
        '{data = 0x7ffe00000000, obj = 0x2040, res = 5, res2 = 0}]',
    );
    const values = decodeArguments('io_getevents', args, fakeMemory(pieces), exit(1n));
    expect(values).toHaveLength(5);
    expect(field(fields(values[3])[0], 'res')).toEqual({
      name: 'res',
      text: '-22 EINVAL',
      kind: 'result',
      value: '-22',
      errno: { name: 'EINVAL', number: 22 },
    });
  });

  it('shows with the event of a read the data that it brought, whatever became of the iocb', () => {
    const reads = new Notes();
    const asked = fakeMemory({
      0x100: words(0x2000n, 0x2040n),
      0x2000: iocbBytes({ opcode: 0, buf: 0x3000n, nbytes: 9n }),
      0x2040: iocbBytes({ opcode: 1, buf: 0x3000n, nbytes: 9n }),
    });
    decodeArguments('io_submit', [0x7f00n, 2n, 0x100n], asked, entry, reads);
    const answered = fakeMemory({
      0x1000: words(0n, 0x2000n, 5n, 0n, 0n, 0x2040n, 5n, 0n),
      0x3000: Buffer.from('hello\0\0\0\0'),
    });
    const values = decodeArguments('io_getevents', args, answered, exit(2n), reads);
    const [read, write] = fields(values[3]);
    expect(field(read, 'obj->aio_buf')).toEqual({
      name: 'obj->aio_buf',
      text: '0x3000 "hello"',
      kind: 'bytes',
      address: '0x3000',
      bytes: '68656c6c6f',
      lengthBytes: '5',
      minor: true,
    });
    expect(field(write, 'obj->aio_buf')).toBeUndefined();
  });

  it('shows no events when none were stored', () => {
    expect(wait(exit(0n))[3]).toBe('events = 0x1000');
    expect(wait(exit(-4n))[3]).toBe('events = 0x1000');
  });

  it('shows NULL, unreadable pointers, and a mask by what it lacks', () => {
    expect(wait(entry, [0n, -1n, 1n, 0n, 0n, 0x8000n]).slice(1)).toEqual([
      'min_nr = -1',
      'nr = 1',
      'events = NULL',
      'timeout = NULL',
      'usig = {sigmask = ~[SIGKILL SIGSTOP], sigsetsize = 128}',
    ]);
    expect(wait(entry, [0n, 0n, 0n, 0n, 1n, 1n]).slice(4)).toEqual([
      'timeout = 0x1 (unreadable)',
      'usig = 0x1 (unreadable)',
    ]);
  });
});

describe('io_cancel and io_destroy', () => {
  it('shows which request is meant', () => {
    const memory = fakeMemory({ 0x2000: iocbBytes({ opcode: 5, buf: 1n }) });
    expect(row(decodeArguments('io_cancel', [0x7f00n, 0x2000n, 0n], memory, entry))).toEqual([
      'ctx_id = 0x7f00',
      'iocb = 0x2000 → {aio_lio_opcode = IOCB_CMD_POLL, aio_fildes = 3, aio_buf = POLLIN}',
      'result = NULL',
    ]);
  });

  it('shows no context as 0', () => {
    expect(row(decodeArguments('io_destroy', [0n], nothing, entry))).toEqual(['ctx_id = 0']);
    expect(row(decodeArguments('io_destroy', [], nothing, exit(-22n)))).toEqual(['ctx_id = 0']);
  });
});
