import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import * as aio from '../../../playground-server/guest/aio/index.ts';
import { temporaryFolder } from '../../tmp/temporary-folder.ts';

/** The bindings on the kernel of this host, without a sandbox around them. */
const folder = temporaryFolder('bindings');
const path = join(folder, 'file');
const fd = openSync(path, 'w+');
afterAll(() => {
  closeSync(fd);
});

const soon = { tv_sec: 0n, tv_nsec: 1_000_000n };
/** An address of the kernel's half. */
const outOfReach = 0xffff_8000_0000_0000n;

let ctx: aio.AioContext;
beforeEach(() => {
  ctx = new aio.AioContext();
  expect(aio.io_setup(8, ctx)).toBe(0);
  return () => aio.io_destroy(ctx);
});

const write = (text: string, fields: aio.IocbFields = {}) =>
  new aio.Iocb({
    aio_lio_opcode: aio.IOCB_CMD_PWRITE,
    aio_fildes: fd,
    aio_buf: Buffer.from(text),
    ...fields,
  });

const poll = () => new aio.Iocb({ aio_lio_opcode: aio.IOCB_CMD_POLL, aio_fildes: fd, aio_buf: 0n });

/** What a raw call gave: its value, and errno where it failed. */
const raw = (returned: number) => (returned === -1 ? aio.errnoName(aio.errno()) : returned);
/** What a wrapper gave; it says the errno itself. */
const wrapped = (returned: number) => (returned < 0 ? aio.errnoName(returned) : returned);

const lenses = [
  { name: 'syscall(2)', calls: aio, told: raw },
  { name: 'libaio', calls: aio.libaio, told: wrapped },
] as const;

describe.for(lenses)('through $name', ({ calls, told }) => {
  it('io_setup makes a context, and refuses what it cannot use', () => {
    const fresh = new aio.AioContext();
    expect(told(calls.io_setup(1, fresh))).toBe(0);
    expect(fresh.handle).not.toBe(0n);
    expect(told(calls.io_setup(1, fresh))).toBe('EINVAL');
    expect(told(calls.io_setup(0, new aio.AioContext()))).toBe('EINVAL');
    expect(told(calls.io_setup(1, null))).toBe('EFAULT');
    aio.io_destroy(fresh);
  });

  it('io_submit hands over, and says what it could not', () => {
    expect(told(calls.io_submit(ctx, 1, [write('hello')]))).toBe(1);
    expect(told(calls.io_submit(ctx, 2, [write('hello'), null]))).toBe(1);
    expect(told(calls.io_submit(ctx, 1, [write('', { aio_fildes: -1 })]))).toBe('EBADF');
    expect(told(calls.io_submit(ctx, 1, null))).toBe('EFAULT');
    expect(told(calls.io_submit(0n, 1, [write('hello')]))).toBe('EINVAL');
    expect(told(calls.io_submit(ctx, -1n, [write('hello')]))).toBe('EINVAL');
  });

  it('io_getevents stores what became of an operation', () => {
    const request = write('stored', { aio_data: 42n });
    const events = new aio.IoEvents(2);
    expect(told(calls.io_submit(ctx, 1, [request]))).toBe(1);
    expect(told(calls.io_getevents(ctx, 1, 2, events, null))).toBe(1);
    expect(events.first(1)).toEqual([{ data: 42n, obj: aio.address(request), res: 6n, res2: 0n }]);
    expect(readFileSync(path, 'utf8')).toContain('stored');
    expect(told(calls.io_getevents(ctx, 0, 1, events, soon))).toBe(0);
    expect(told(calls.io_getevents(ctx, 2, 1, events, soon))).toBe('EINVAL');
    calls.io_submit(ctx, 1, [request]);
    expect(told(calls.io_getevents(ctx, 1, 1, outOfReach, soon))).toBe('EFAULT');
  });

  it('io_destroy ends a context once', () => {
    const fresh = new aio.AioContext();
    aio.io_setup(1, fresh);
    expect(told(calls.io_destroy(fresh))).toBe(0);
    expect(told(calls.io_destroy(fresh))).toBe('EINVAL');
    expect(told(calls.io_destroy(0n))).toBe('EINVAL');
  });

  it('io_cancel knows what it may cancel', () => {
    const done = write('done');
    aio.io_submit(ctx, 1, [done]);
    expect(told(calls.io_cancel(ctx, done, null))).toBe('EINVAL');
    expect(told(calls.io_cancel(ctx, null, null))).toBe('EFAULT');
    expect(told(calls.io_cancel(0n, poll(), null))).toBe('EINVAL');
  });
});

it('io_pgetevents takes a mask of the kernel’s size, and libaio’s a plain one', () => {
  const events = new aio.IoEvents(1);
  const usig = { sigmask: aio.sigset(10), sigsetsize: 8n };
  expect(raw(aio.io_pgetevents(ctx, 0, 1, events, soon, usig))).toBe(0);
  expect(raw(aio.io_pgetevents(ctx, 0, 1, events, soon, { ...usig, sigsetsize: 128n }))).toBe(
    'EINVAL',
  );
  expect(raw(aio.io_pgetevents(ctx, 0, 1, events, soon, outOfReach))).toBe('EFAULT');
  expect(wrapped(aio.libaio.io_pgetevents(ctx, 0, 1, events, soon, aio.sigset(10)))).toBe(0);
  expect(wrapped(aio.libaio.io_pgetevents(ctx, 2, 1, events, soon, null))).toBe('EINVAL');
});

it('libaio leaves errno as it was, and a call that succeeds does so too', () => {
  expect(aio.io_setup(1, null)).toBe(-1);
  expect(aio.errno()).toBe(aio.EFAULT);
  expect(aio.libaio.io_setup(0, new aio.AioContext())).toBe(-aio.EINVAL);
  expect(aio.io_submit(ctx, 0, [])).toBe(0);
  expect(aio.errno()).toBe(aio.EFAULT);
});

it('io_queue_init resets the handle, and io_queue_release ends it', () => {
  const stale = new aio.AioContext(1n);
  expect(aio.libaio.io_queue_init(1, stale)).toBe(0);
  expect(aio.libaio.io_queue_init(0, stale)).toBe(-aio.EINVAL);
  expect(aio.libaio.io_queue_release(stale)).toBe(0);
  expect(aio.libaio.io_queue_release(stale)).toBe(-aio.EINVAL);
});

it('makes a call on another thread, and brings its own errno back', async () => {
  expect(await aio.io_setup.async(0, new aio.AioContext())).toEqual({
    returned: -1,
    errno: aio.EINVAL,
  });
  const events = new aio.IoEvents(1);
  expect(await aio.libaio.io_getevents.async(ctx, 1, 1, events, soon)).toMatchObject({
    returned: 0,
  });
});

it('reads and writes several buffers as one', () => {
  const halves = [Buffer.alloc(2), Buffer.alloc(3)];
  const events = new aio.IoEvents(2);
  const gather = new aio.Iovecs([Buffer.from('ab'), Buffer.from('cde')]);
  const requests = [
    new aio.Iocb({ aio_lio_opcode: aio.IOCB_CMD_PWRITEV, aio_fildes: fd, aio_buf: gather }),
    new aio.Iocb({
      aio_lio_opcode: aio.IOCB_CMD_PREADV,
      aio_fildes: fd,
      aio_buf: new aio.Iovecs(halves),
    }),
  ];
  expect(aio.io_submit(ctx, 2, requests)).toBe(2);
  expect(aio.io_getevents(ctx, 2, 2, events, null)).toBe(2);
  expect(events.first(2).map(({ res }) => res)).toEqual([5n, 5n]);
  expect(Buffer.concat(halves).toString()).toBe('abcde');
});

it('aligns a buffer where O_DIRECT wants it', () => {
  expect(aio.address(aio.alignedBuffer(512, 4096)) % 4096n).toBe(0n);
  expect(aio.alignedBuffer(512).length).toBe(512);
});
