/* Starts threads without end, each with a heap of its own: the room that V8 reserves for the
 * code of one more is not to be had, or one more thread is not, whichever runs out first.
 *
 * prints: started
 * complains: [^]*(out of memory|ERR_WORKER_INIT_FAILED)[^]*
 * ends: signalled SIG(ABRT|TRAP|ILL)|limit-exceeded processes
 */
import { Worker } from 'node:worker_threads';

console.log('started');
for (;;) {
  new Worker('setInterval(() => {}, 1000)', { eval: true });
  await new Promise((resolve) => setTimeout(resolve, 1));
}
