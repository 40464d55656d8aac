import {
  AioContext,
  errno,
  errnoName,
  io_destroy,
  io_setup,
} from 'aio';

const ctx = new AioContext();

if (io_setup(128, ctx) === -1) {
  throw new Error(`io_setup: ${errnoName(errno())}`);
}
console.log(`context 0x${ctx.handle.toString(16)} is ready`);

io_destroy(ctx);
