/* Passes words of its own where the line of a call travels: they are not this run's mark.
 *
 * row: io_destroy = -1 EINVAL @none
 * ends: exited 0
 */
import koffi from 'koffi';

const syscall = koffi
  .load('libc.so.6')
  .func('syscall', 'long', ['long', 'long', ...Array<string>(12).fill('uint64_t'), 'double']);
syscall(207, 0, ...Array<bigint>(12).fill(0x0000_0001_0000_0001n), 0.5);
