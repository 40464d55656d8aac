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
 *
 * @param {readonly (readonly Step[])[]} stages
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Result[]>}
 */
export async function runSteps(stages, env) {
  /** @type {Result[]} */
  const results = [];
  for (const stage of stages) {
    results.push(...(await Promise.all(stage.map((step) => runStep(step, env, stage.length > 1)))));
  }
  return results;
}

/**
 * @param {Step} step
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} isInCompany whether its output has to wait for its end, not to mix with others
 * @returns {Promise<Result>}
 */
async function runStep({ name, command, count, failures }, env, isInCompany) {
  const title = `\n── ${name}: ${command.split(' --')[0]}`;
  if (!isInCompany) console.log(title);
  const startedMs = performance.now();
  const child = spawn(command, {
    shell: true,
    env,
    stdio: ['inherit', isInCompany ? 'pipe' : 'inherit', isInCompany ? 'pipe' : 'inherit'],
  });
  /** @type {Buffer[]} */
  const output = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (bytes) => output.push(bytes));
  const succeeded = await new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (status) => resolve(status === 0));
  });
  if (isInCompany) console.log(`${title}\n${Buffer.concat(output).toString().trimEnd()}`);
  return {
    name,
    counts: count(succeeded),
    failures: failures(),
    elapsedMs: performance.now() - startedMs,
  };
}
