import { openSync } from 'node:fs';
import {
  AioContext,
  errno,
  errnoName,
  io_setup,
  io_submit,
  Iocb,
  IOCB_CMD_PWRITE,
} from 'aio';

const file = openSync('data', 'w+');
const text = Buffer.from('abcdef');
const requests = [0, 1, 2].map(
  (i) =>
    new Iocb({
      aio_data: BigInt(i),
      aio_lio_opcode: IOCB_CMD_PWRITE,
      aio_fildes: i === 1 ? -1 : file,
      aio_buf: text.subarray(0, 2 * i + 2),
      aio_offset: BigInt(10 * i),
    }),
);
const ctx = new AioContext();

io_setup(3, ctx);
const n = io_submit(ctx, 3, requests);
console.log(`${n} of 3 taken`);
const r = io_submit(ctx, 3 - n, requests.slice(n));
if (r === -1) console.error(`the rest: ${errnoName(errno())}`);
console.log(`r = ${r}, errno = ${errno()}`);
