import {
  AioContext,
  errno,
  errnoName,
  io_setup,
  io_submit,
  Iocb,
  IOCB_CMD_PWRITEV,
} from 'aio';

const request = new Iocb({
  aio_lio_opcode: IOCB_CMD_PWRITEV + 1,
  aio_fildes: process.stdout.fd,
});
const ctx = new AioContext();

io_setup(1, ctx);
const r = io_submit(ctx, 1, [request]);
if (r === -1) console.error(`io_submit: ${errnoName(errno())}`);
console.log(`r = ${r}, errno = ${errno()}`);
