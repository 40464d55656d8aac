/* Fills V8's own heap, which ends Node from within.
 *
 * prints: started
 * complains: |.*JavaScript heap out of memory.*|.*Last few GCs.*
 * ends: signalled SIG(ABRT|TRAP|ILL)|limit-exceeded (memory|cpu-time|wall-time)
 */
console.log('started');
const kept: string[][] = [];
for (;;) kept.push(Array.from({ length: 10_000 }, (_, index) => `${kept.length} ${index}`));
