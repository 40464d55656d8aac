import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

const pauseMs = 100;
const { port } = workerData as { port: number };
const tookMs: number[] = [];

let isOver = false;
void once(parentPort!, 'message').then(() => (isOver = true));
while (!isOver) {
  const startMs = performance.now();
  await (await fetch(`http://127.0.0.1:${port}/healthz`)).text();
  tookMs.push(performance.now() - startMs);
  await pause(pauseMs);
}
parentPort!.postMessage(tookMs);
