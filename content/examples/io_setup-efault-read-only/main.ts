import { errno, errnoName, io_setup } from 'aio';
import koffi from 'koffi';

// JavaScript has no memory that is read-only: ask the kernel for a page.
const libc = koffi.load('libc.so.6');
const mmap = libc.func(
  'uintptr_t mmap(void *, size_t, int, int, int, long)',
);
const PROT_READ = 1;
const MAP_PRIVATE_ANONYMOUS = 0x22;
const page = BigInt(
  mmap(null, 4096, PROT_READ, MAP_PRIVATE_ANONYMOUS, -1, 0),
);

const r = io_setup(1, page);
if (r === -1) console.error(`io_setup: ${errnoName(errno())}`);
console.log(`r = ${r}, errno = ${errno()}`);
