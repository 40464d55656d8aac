import { Worker } from 'node:worker_threads';

/**
 * Asks a server for /healthz ten times a second, in a thread of its own: what else this process
 * does is no time of the server's. The result ends that, and gives the milliseconds of each answer.
 */
export function watchHealth(port: number): () => Promise<number[]> {
  const worker = new Worker(new URL('./ask-health.ts', import.meta.url), { workerData: { port } });
  const answered = new Promise<number[]>((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
  });
  return () => (worker.postMessage('end'), answered);
}
