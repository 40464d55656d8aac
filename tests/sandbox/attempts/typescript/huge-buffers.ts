/* Asks for buffers of 4 GiB, and then for small ones until nothing is left.
 *
 * prints: 4 GiB: RangeError
 * prints: some: (RangeError|ENOMEM|ERR_MEMORY_ALLOCATION_FAILED)
 * ends: exited 0
 */
try {
  Buffer.alloc(2 ** 32).fill(1);
  console.log('4 GiB: there');
} catch (error) {
  console.log('4 GiB:', (error as Error).name);
}
const kept: Buffer[] = [];
try {
  for (;;) kept.push(Buffer.alloc(16 * 1024 * 1024));
} catch (error) {
  console.log('some:', (error as NodeJS.ErrnoException).code ?? (error as Error).name);
}
