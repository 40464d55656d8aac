import { statusAfter } from '../../compile/shell-status.ts';
import { compilerBroke, compilerKilled, isKilledStatus } from '../../compile/read-build.ts';
import type { KeptToolJob, ToolJob, ToolOutcome, Tools, ToolUse } from '../../compile/tool.ts';
import { abandon } from './abandon.ts';
import { collect, type Collected } from './collect.ts';
import { keepProcess, type KeptProcess } from './kept-process.ts';
import { KeptProcessPool } from './kept-process-pool.ts';
import type { Sandbox } from '../../sandbox/launch.ts';
import { planKeptTool, planTool, type KeptToolPlanInput } from '../../sandbox/plan-tool.ts';
import { renderPolicy } from '../../sandbox/policy/render-policy.ts';
import { zygotePolicy } from '../../sandbox/policy/zygote-policy.ts';
import { faultMessage } from '../fault-message.ts';
import { keptToolBytes, toolLimits, type ToolLimits } from '../limits.ts';
import { launchLeased, type ToolShare } from './launch-leased.ts';
import { RunningZygote } from './running-zygote.ts';

export interface ToolSandboxes extends ToolShare {
  rootDirectory: string;
  filterFile: string;
  zygoteFilter: string;
  /** for kept tools, which run on Node */
  kept: Pick<KeptToolPlanInput, 'rootDirectory' | 'checkerDirectory'> & {
    /** Whether to start them before they are needed, with one to spare; 100 MiB each. */
    areReady: boolean;
  };
}

/** One that answers, and one to take its place at once. */
const standing = 2;

/** RLIMIT_CPU ends a tool by this signal; setrlimit(2). */
const cpuTimeStatus = statusAfter('SIGXCPU');

/** Runs the compile stage's commands, each in a sandbox of its own. */
export function createTools(sandboxes: ToolSandboxes, limits: ToolLimits = toolLimits): Tools {
  const childFilter = renderPolicy(zygotePolicy, 'untraced');
  return {
    async runTool({ signal, isHeavy, ...job }) {
      try {
        return await new RunningTool(sandboxes, limits, job).outcome({ signal, isHeavy });
      } catch (error) {
        return notStarted(error);
      }
    },
    keepTool: (job) =>
      new KeptProcessPool(job, {
        start: () => startNeeded(sandboxes, job),
        count: sandboxes.kept.areReady ? standing : 1,
        ahead: sandboxes.kept.areReady,
        answerMs: limits.answerMs,
        need: () => sandboxes.cgroups?.needTools(),
      }),
    startZygote: (job) => new RunningZygote({ ...sandboxes, childFilter }, limits, job),
  };
}

/** What the machine lacks is said to readers. */
const notStarted = (error: unknown): ToolOutcome => ({
  kind: 'faulted',
  message: faultMessage(error),
  cause: error,
});

type KeptScript = Pick<KeptToolJob<never>, 'script' | 'maxAnswerBytes'>;

/** Launches the sandbox of a process that stays. */
const startKept =
  ({ kept, filterFile, ...share }: ToolSandboxes) =>
  (argv: [string, ...string[]]): Sandbox =>
    launchLeased(share, (identity) =>
      planKeptTool({ ...kept, filterFile, identity, memoryBytes: keptToolBytes, argv }),
    );

/** It takes seconds of the processor to begin, and somebody may wait for it. */
function startNeeded(
  sandboxes: ToolSandboxes,
  { script, maxAnswerBytes }: KeptScript,
): KeptProcess {
  const started = keepProcess(startKept(sandboxes), script, maxAnswerBytes);
  const done = sandboxes.cgroups?.needTools();
  void started.ready.then(done, done);
  return started;
}

class RunningTool {
  readonly #sandbox: Sandbox;
  readonly #stdout: Collected;
  readonly #stderr: Collected;
  /** why the sandbox could not be made, or null */
  readonly #failure: Promise<unknown>;
  readonly #wallTimeMs: number;
  readonly #cgroups: ToolShare['cgroups'];
  #overflowed = false;

  constructor(sandboxes: ToolSandboxes, limits: ToolLimits, job: ToolJob) {
    this.#wallTimeMs = limits.wallTimeMs;
    this.#cgroups = sandboxes.cgroups;
    const files = job.files.map(({ path }) => path);
    const { rootDirectory, filterFile } = sandboxes;
    const { argv } = job;
    this.#sandbox = launchLeased(sandboxes, (identity) =>
      planTool({ rootDirectory, filterFile, identity, limits, argv, files, stdin: 'ignore' }),
    );
    const stop = () => {
      this.#overflowed = true;
      this.#sandbox.kill();
    };
    try {
      this.#stdout = collect(this.#sandbox.stdoutFd, limits.stdoutBytes, stop);
      this.#stderr = collect(this.#sandbox.stderrFd, limits.stderrBytes, stop);
    } catch (error) {
      void abandon(this.#sandbox);
      throw error;
    }
    for (const { bytes } of job.files) this.#sandbox.provide(bytes);
    void this.#close();
    this.#failure = this.#sandbox.held.then(
      () => (this.#sandbox.release(), null),
      (error: unknown) => error,
    );
  }

  async outcome({ signal, isHeavy }: ToolUse): Promise<ToolOutcome> {
    if (isHeavy) this.#sandbox.giveWay();
    const done = isHeavy ? undefined : this.#cgroups?.needTools();
    return this.#outcome(signal).finally(done);
  }

  async #outcome(signal: AbortSignal): Promise<ToolOutcome> {
    const kill = () => this.#sandbox.kill();
    let timedOut = false;
    const timer = setTimeout(() => ((timedOut = true), kill()), this.#wallTimeMs);
    if (signal.aborted) kill();
    signal.addEventListener('abort', kill, { once: true });
    const ended = await this.#ended();
    clearTimeout(timer);
    signal.removeEventListener('abort', kill);
    if (signal.aborted) return { kind: 'cancelled' };
    if (timedOut) return { kind: 'limit-exceeded', limit: 'wall-time' };
    return ended;
  }

  async #close(): Promise<void> {
    await Promise.all([this.#sandbox.gone, this.#stdout.bytes, this.#stderr.bytes]);
    this.#sandbox.close();
  }

  async #ended(): Promise<ToolOutcome> {
    const [failure, exit] = await Promise.all([this.#failure, this.#sandbox.exited]);
    const [stdout, stderr] = await Promise.all([this.#stdout.bytes, this.#stderr.bytes]);
    if (this.#overflowed) return { kind: 'limit-exceeded', limit: 'output' };
    const said = stderr.toString().trim();
    if (failure !== null) return said ? compilerBroke(said) : notStarted(failure);
    if (exit.status === null || isKilledStatus(exit.status)) return compilerKilled;
    if (exit.status === cpuTimeStatus) return { kind: 'limit-exceeded', limit: 'cpu-time' };
    return { kind: 'exited', status: exit.status, stdout, stderr };
  }
}
