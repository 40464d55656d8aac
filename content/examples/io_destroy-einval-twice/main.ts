import {
  AioContext,
  errno,
  errnoName,
  io_destroy,
  io_setup,
} from 'aio';

const ctx = new AioContext();

io_setup(1, ctx);
io_destroy(ctx);
const r = io_destroy(ctx);
if (r === -1) console.error(`io_destroy, again: ${errnoName(errno())}`);
console.log(`r = ${r}, errno = ${errno()}`);
