import { parentPort } from 'node:worker_threads';
import { timeSubmits } from '../../linux/time-submits.ts';

/** A thread of its own: io_destroy waits for some tens of milliseconds. */
parentPort?.postMessage(timeSubmits(100));
