/* Never gives the event loop a turn: no timer, no signal handler runs.
 *
 * prints: started
 * ends: limit-exceeded (cpu-time|wall-time)
 */
console.log('started');
setTimeout(() => console.log('never'), 0);
for (;;) await null;
