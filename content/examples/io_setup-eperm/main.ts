import { AioContext, errno, errnoName, io_setup } from 'aio';

const ctx = new AioContext();

const r = io_setup(1, ctx);
if (r === -1) console.error(`io_setup: ${errnoName(errno())}`);
console.log(`r = ${r}, errno = ${errno()}`);
