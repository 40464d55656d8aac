import { openSync } from 'node:fs';
import {
  AioContext,
  IOCB_CMD_PWRITE,
  IoEvents,
  Iocb,
  errno,
  errnoName,
  io_destroy,
  io_getevents,
  io_setup,
  io_submit,
} from 'aio';

const text = Buffer.from('hello');
const request = new Iocb({
  aio_lio_opcode: IOCB_CMD_PWRITE,
  aio_fildes: openSync('data', 'w'),
  aio_buf: text,
});
const ctx = new AioContext();
const events = new IoEvents(1);

if (io_setup(1, ctx) === -1) throw new Error(errnoName(errno()));
const taken = io_submit(ctx, 1, [request]);
if (taken === -1) throw new Error(errnoName(errno()));
const count = io_getevents(ctx, 1, 1, events, null);
for (const { res } of events.first(count)) {
  console.log(res < 0n ? errnoName(res) : `${res} bytes written`);
}
io_destroy(ctx);
