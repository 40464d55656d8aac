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
 * Runs stages one after the other, whatever the earlier ones say, and the steps of a stage at once.
 * The last of them prints as it goes, each other one at its end, so that they do not mix.
 *
 * @param {readonly (readonly Step[])[]} stages
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Result[]>}
 */
export async function runSteps(stages, env) {
  /** @type {Result[]} */
  const results = [];
  for (const stage of stages) {
    const running = stage.map((step) => runStep(step, env, step !== stage.at(-1)));
    results.push(...(await Promise.all(running)));
  }
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
