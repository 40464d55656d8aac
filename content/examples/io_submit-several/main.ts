import { openSync } from 'node:fs';
import {
  AioContext,
  io_getevents,
  io_setup,
  io_submit,
  Iocb,
  IOCB_CMD_PWRITE,
  IoEvents,
} from 'aio';

const file = openSync('data', 'w+');
const text = Buffer.from('abcdef');
const requests = [0, 1, 2].map(
  (i) =>
    new Iocb({
      aio_data: BigInt(i),
      aio_lio_opcode: IOCB_CMD_PWRITE,
      aio_fildes: file,
      aio_buf: text.subarray(0, 2 * i + 2),
      aio_offset: BigInt(10 * i),
    }),
);
const events = new IoEvents(3);
const ctx = new AioContext();

io_setup(3, ctx);
io_submit(ctx, 3, requests);
const count = io_getevents(ctx, 3, 3, events, null);
for (const { data, res } of events.first(count)) {
  console.log(`request ${data}: ${res} bytes`);
}
