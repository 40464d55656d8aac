import { compilerKilled } from '../../compile/read-build.ts';
import type {
  ChildFiles,
  Stage,
  ToolOutcome,
  ToolUse,
  Zygote,
  ZygoteJob,
} from '../../compile/tool.ts';
import { sendDescriptors } from '../../linux/socket-pair.ts';
import { lastByHowMuch } from '../../linux/standing.ts';
import type { Sandbox } from '../../sandbox/launch.ts';
import { planTool } from '../../sandbox/plan-tool.ts';
import type { ToolLimits } from '../limits.ts';
import { launchLeased, type ToolShare } from './launch-leased.ts';
import { readChild } from './zygote-child.ts';
import { connectChild, type ChildPipes } from './zygote-pipes.ts';

/**
 * Children of one zygote: few enough that nothing which a child might leave behind in its sandbox
 * lasts for long, many enough that its start counts for little.
 */
const mostChildren = 256;

/** What a zygote is made with. */
export interface ZygoteShare extends ToolShare {
  rootDirectory: string;
  /** file with the filter of the zygote */
  zygoteFilter: string;
  /** the filter of its children */
  childFilter: Uint8Array;
}

/** A zygote in a sandbox of its own. */
export class RunningZygote implements Zygote {
  readonly #sandbox: Sandbox;
  readonly #limits: ToolLimits;
  readonly #cgroups: ToolShare['cgroups'];
  readonly #stage: Stage;
  #born = 0;
  #living = 0;
  #isOver = false;
  #isWanted = true;

  /** Throws if the host lacks what a sandbox takes. */
  constructor(share: ZygoteShare, limits: ToolLimits, { argv, files: own, stage }: ZygoteJob) {
    const files = [...own, { path: '/work/.live-man/filter', bytes: share.childFilter }];
    const { rootDirectory, zygoteFilter: filterFile, cgroups } = share;
    this.#limits = limits;
    this.#cgroups = cgroups;
    this.#stage = stage;
    const paths = files.map(({ path }) => path);
    this.#sandbox = launchLeased(share, (identity) =>
      planTool({
        rootDirectory,
        filterFile,
        identity,
        limits,
        argv,
        files: paths,
        stdin: 'socket',
      }),
    );
    for (const { bytes } of files) this.#sandbox.provide(bytes);
    void this.#sandbox.gone.then(() => this.#end());
    this.#sandbox.held.then(
      () => this.#sandbox.release(),
      // Its sandbox is gone then, and those who ask are told.
      () => undefined,
    );
  }

  get isSpent(): boolean {
    return this.#isOver || !this.#isWanted || this.#born >= mostChildren;
  }

  async fork(files: ChildFiles, { signal, isHeavy }: ToolUse): Promise<ToolOutcome> {
    const pipes = this.#haveChild(files, isHeavy);
    if (!pipes) return compilerKilled;
    const done = isHeavy ? undefined : this.#cgroups?.needTools();
    this.#living += 1;
    try {
      const child = { pipes, rest: files.rest, stage: this.#stage };
      const outcome = await readChild(child, this.#limits, signal);
      // It may be the zygote that is stuck; one whose child says too much is not.
      if (outcome.kind === 'limit-exceeded' && outcome.limit === 'wall-time')
        this.#isWanted = false;
      return outcome;
    } finally {
      done?.();
      this.#living -= 1;
      this.#endIfUnwanted();
    }
  }

  discard(): void {
    this.#isWanted = false;
    this.#endIfUnwanted();
  }

  /** Null if it can have no more. */
  #haveChild(files: ChildFiles, isHeavy: boolean): ChildPipes | null {
    const { socketFd } = this.#sandbox;
    if (this.#isOver || socketFd === null) return null;
    try {
      const niceness = isHeavy ? lastByHowMuch : 0;
      const send = (childs: readonly number[]) => sendDescriptors(socketFd, niceness, childs);
      const pipes = connectChild(files, send);
      this.#born += 1;
      return pipes;
    } catch {
      return null;
    }
  }

  #endIfUnwanted(): void {
    if (this.#isWanted || this.#living > 0) return;
    this.#isOver = true;
    this.#sandbox.kill();
  }

  #end(): void {
    this.#isOver = true;
    this.#sandbox.close();
  }
}
