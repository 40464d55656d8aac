import { openSync } from 'node:fs';
import {
  AioContext,
  io_destroy,
  io_getevents,
  io_setup,
  io_submit,
  Iocb,
  IOCB_CMD_PWRITE,
  IoEvents,
} from 'aio';

const request = new Iocb({
  aio_lio_opcode: IOCB_CMD_PWRITE,
  aio_fildes: openSync('greeting', 'w'),
  aio_buf: Buffer.from('hello\n'),
});
const events = new IoEvents(1);
const ctx = new AioContext();

io_setup(1, ctx);
io_submit(ctx, 1, [request]);
const count = io_getevents(ctx, 1, 1, events, null);
for (const { res } of events.first(count)) {
  console.log(`${res} bytes written`);
}

io_destroy(ctx);
