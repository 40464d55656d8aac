import {
  AioContext,
  errno,
  errnoName,
  io_setup,
  io_submit,
  Iocb,
  IOCB_CMD_POLL,
} from 'aio';
import koffi from 'koffi';

const eventfd = koffi
  .load('libc.so.6')
  .func('int eventfd(unsigned int, int)');
const POLLIN = 1n;
const MANY = 4096;

const never = new Iocb({
  aio_lio_opcode: IOCB_CMD_POLL,
  aio_fildes: eventfd(0, 0),
  aio_buf: POLLIN,
});
const ctx = new AioContext();

io_setup(1, ctx);
const taken = io_submit(ctx, MANY, Array(MANY).fill(never));
console.log(`asked for room for 1, got room for ${taken}`);
const r = io_submit(ctx, 1, [never]);
if (r === -1) console.error(`one more: ${errnoName(errno())}`);
console.log(`r = ${r}, errno = ${errno()}`);
