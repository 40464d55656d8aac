import { AioContext, errno, errnoName, io_setup } from 'aio';
import koffi from 'koffi';

const libc = koffi.load('libc.so.6');
const setrlimit = libc.func(
  'int setrlimit(int resource, uint64_t *limits)',
);
const getrlimit = libc.func(
  'int getrlimit(int resource, _Out_ uint64_t *limits)',
);
const RLIMIT_AS = 9;
const ctx = new AioContext();

// Node itself needs new memory now and then: it gets its limit back.
const usual = new BigUint64Array(2);
getrlimit(RLIMIT_AS, usual);
setrlimit(RLIMIT_AS, new BigUint64Array([0n, usual[1] ?? 0n]));
const r = io_setup(1, ctx);
setrlimit(RLIMIT_AS, usual);
if (r === -1) console.error(`io_setup: ${errnoName(errno())}`);
console.log(`r = ${r}, errno = ${errno()}`);
