import { openSync, writeSync } from 'node:fs';
import {
  AioContext,
  errno,
  errnoName,
  io_destroy,
  io_getevents,
  io_setup,
  io_submit,
  Iocb,
  IOCB_CMD_PREAD,
  IoEvents,
} from 'aio';

const file = openSync('data', 'w+');
const buffer = Buffer.alloc(64);
const request = new Iocb({
  aio_lio_opcode: IOCB_CMD_PREAD,
  aio_fildes: file,
  aio_buf: buffer,
});
const events = new IoEvents(1);
const ctx = new AioContext();

writeSync(file, 'hello');
io_setup(1, ctx);
if (io_submit(ctx, 1, [request]) !== 1) {
  throw new Error(`io_submit: ${errnoName(errno())}`);
}
const count = io_getevents(ctx, 1, 1, events, null);
for (const { res } of events.first(count)) {
  console.log(
    `${res} bytes: ${buffer.toString('utf8', 0, Number(res))}`,
  );
}

io_destroy(ctx);
