/* Calls the C library as it likes, through koffi: it is refused what a C program is refused.
 *
 * prints: ptrace: -1 1
 * prints: io_uring_setup: -1 38
 * prints: mount: -1 1
 * refused: ptrace mount
 * ends: exited 0
 */
import koffi from 'koffi';

const syscall = koffi
  .load('libc.so.6')
  .func('long syscall(long nr, long a, long b, long c, long d)');
for (const [name, nr] of Object.entries({ ptrace: 101, io_uring_setup: 425, mount: 165 })) {
  console.log(`${name}:`, syscall(nr, 0, 0, 0, 0), koffi.errno());
}
