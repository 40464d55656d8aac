import { writeSync } from 'node:fs';
import {
  AioContext,
  io_getevents,
  io_setup,
  io_submit,
  Iocb,
  IOCB_CMD_POLL,
  IoEvents,
} from 'aio';
import koffi from 'koffi';

const pipe = koffi.load('libc.so.6').func('int pipe(_Out_ int *ends)');
const POLLIN = 1n;

const ends = new Int32Array(2);
pipe(ends);
const [readEnd = -1, writeEnd = -1] = ends;
const request = new Iocb({
  aio_lio_opcode: IOCB_CMD_POLL,
  aio_fildes: readEnd,
  aio_buf: POLLIN,
});
const now = { tv_sec: 0n, tv_nsec: 0n };
const events = new IoEvents(1);
const ctx = new AioContext();

io_setup(1, ctx);
io_submit(ctx, 1, [request]);
io_getevents(ctx, 1, 1, events, now);
writeSync(writeEnd, 'x');
const count = io_getevents(ctx, 1, 1, events, null);
for (const { res } of events.first(count)) {
  console.log(`ready: ${res & POLLIN ? 'POLLIN' : '?'}`);
}
