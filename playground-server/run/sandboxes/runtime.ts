import type { Program } from '../../compile/program.ts';
import type { Limits } from '../../protocol/index.ts';
import type { Sandbox } from '../../sandbox/launch.ts';
import type { HostIdentity, SandboxPlan } from '../../sandbox/plan.ts';
import type { Scratch } from '../../sandbox/plan-program.ts';
import type { CallRules } from '../../sandbox/policy/action-of.ts';
import type { CallPlaces } from '../tracing/trace-messages.ts';
import type { Attachment } from '../../tracer/attachment.ts';

/** How the programs of one language live in a sandbox. */
export interface Runtime {
  limits: Limits;
  /** what its policy has the tracer do, by the number of the call */
  actions: CallRules;
  /** whether the runtime installs a filter of ours before the snippet begins */
  addsFilter: boolean;
  plan(identity: HostIdentity, scratch: Scratch): SandboxPlan;
  /**
   * Brings a sandbox, held at its pid 1, to where it waits for its program; says what a tracer is
   * to seize. Throws SandboxFailed.
   */
  makeReady(sandbox: Sandbox, pid: number): Promise<Attachment>;
  /** Plans how one program is handed over. */
  handOver(program: Program, lineCount: number): Handover;
}

/** One program on its way into its sandbox. */
export interface Handover {
  /** how the tracer finds the lines of its calls */
  places: CallPlaces;
  /** What may be done before the tracer is there. */
  prepare(sandbox: Sandbox): void;
  /** The tracer is there: the program may start. */
  begin(sandbox: Sandbox): void;
}
