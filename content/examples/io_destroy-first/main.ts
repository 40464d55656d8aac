import { AioContext, io_destroy, io_setup } from 'aio';

const ctx = new AioContext();

io_setup(1, ctx);
if (io_destroy(ctx) === 0) ctx.handle = 0n;
if (io_setup(1, ctx) === 0) console.log('destroyed, and made anew');
