import koffi from 'koffi';

const libc = koffi.load('libc.so.6');
const syscall = libc.func('long syscall(long, long, void *)');
const SYS_io_setup = 206;

const handle = Buffer.alloc(8);

const made = syscall(SYS_io_setup, 128, handle);
console.log(`a zeroed handle: ${made}`);

const again = syscall(SYS_io_setup, 128, handle);
console.log(`a live handle: ${again}, errno ${koffi.errno()}`);
