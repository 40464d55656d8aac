/* Starts threads without end, each with a heap of its own; the room that V8 reserves
 * for the code of one more is not to be had.
 *
 * prints: started
 * complains: [^]*out of memory[^]*
 * ends: signalled SIG(ABRT|TRAP|ILL)
 */
import { Worker } from 'node:worker_threads';

console.log('started');
for (;;) {
  new Worker('setInterval(() => {}, 1000)', { eval: true });
  await new Promise((resolve) => setTimeout(resolve, 1));
}
