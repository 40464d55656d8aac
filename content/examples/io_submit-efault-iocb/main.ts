import { AioContext, errno, errnoName, io_setup, io_submit } from 'aio';

const ctx = new AioContext();

io_setup(1, ctx);
const r = io_submit(ctx, 1, [null]);
if (r === -1) console.error(`io_submit: ${errnoName(errno())}`);
console.log(`r = ${r}, errno = ${errno()}`);
