// @ts-check
import { spawn } from 'node:child_process';

const heartbeatMs = 15_000;

/**
 * Announces a step, runs its command with the terminal as its own, and keeps saying that it is
 * still at it: a pipe sees none of the progress bars that a terminal gets.
 *
 * @param {string} title what the step does, for the reader
 * @param {[string, ...string[]]} command
 * @returns {Promise<boolean>} whether the command ended with status 0
 */
export async function runStep(title, [file, ...args]) {
  console.log(`setup: ${title} …`);
  const startedMs = performance.now();
  const elapsed = () => `${Math.round((performance.now() - startedMs) / 1000)} s`;
  const heartbeat = setInterval(() => console.log(`setup:   … ${elapsed()}`), heartbeatMs);

  const succeeded = await new Promise((resolve) => {
    const child = spawn(file, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => resolve(false));
    child.on('close', (status) => resolve(status === 0));
  });

  clearInterval(heartbeat);
  console.log(`setup: ${title} ${succeeded ? 'done' : 'failed'} after ${elapsed()}`);
  return succeeded;
}
