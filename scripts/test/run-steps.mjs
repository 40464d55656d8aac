// @ts-check
import { spawn } from 'node:child_process';

/** @typedef {import('./count.mjs').Counts} Counts */

/**
 * @typedef {{
 *   name: string,
 *   command: string,
 *   count: (succeeded: boolean) => Counts,
 *   failures: () => string[],
 * }} Step
 */

/** @typedef {{ name: string, counts: Counts, failures: string[], elapsedMs: number }} Result */

/**
 * Runs stages one after the other, whatever the earlier ones say. The lanes of a stage run at once,
 * and the steps of a lane one after the other. The last lane prints as it goes, each step of the
 * others at its end, so that they do not mix.
 *
 * @param {readonly (readonly (readonly Step[])[])[]} stages
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Result[]>}
 */
export async function runSteps(stages, env) {
  /** @type {Result[]} */
  const results = [];
  for (const lanes of stages) {
    const running = lanes.map((lane) => runLane(lane, env, lane !== lanes.at(-1)));
    results.push(...(await Promise.all(running)).flat());
  }
  return results;
}

/**
 * @param {readonly Step[]} lane
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} printsAtEnd
 * @returns {Promise<Result[]>}
 */
async function runLane(lane, env, printsAtEnd) {
  const results = [];
  for (const step of lane) results.push(await runStep(step, env, printsAtEnd));
  return results;
}

/**
 * @param {Step} step
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} printsAtEnd
 * @returns {Promise<Result>}
 */
async function runStep({ name, command, count, failures }, env, printsAtEnd) {
  const title = `\n── ${name}: ${command.split(' --')[0]}`;
  if (!printsAtEnd) console.log(title);
  const startedMs = performance.now();
  const child = spawn(command, {
    shell: true,
    env,
    stdio: ['inherit', printsAtEnd ? 'pipe' : 'inherit', printsAtEnd ? 'pipe' : 'inherit'],
  });
  /** @type {Buffer[]} */
  const output = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (bytes) => output.push(bytes));
  const succeeded = await new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (status) => resolve(status === 0));
  });
  if (printsAtEnd) console.log(`${title}\n${Buffer.concat(output).toString().trimEnd()}`);
  return {
    name,
    counts: count(succeeded),
    failures: failures(),
    elapsedMs: performance.now() - startedMs,
  };
}
