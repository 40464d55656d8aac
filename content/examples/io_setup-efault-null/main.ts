import { errno, errnoName, io_setup } from 'aio';

const r = io_setup(1, null);
if (r === -1) console.error(`io_setup: ${errnoName(errno())}`);
console.log(`r = ${r}, errno = ${errno()}`);
