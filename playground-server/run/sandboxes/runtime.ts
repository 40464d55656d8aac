import type { Program } from '../../compile/program.ts';
import type { Limits, Tape } from '../../protocol/index.ts';
import type { Sandbox } from '../../sandbox/launch.ts';
import type { HostIdentity, SandboxPlan } from '../../sandbox/plan.ts';
import type { Given, Scratch } from '../../sandbox/plan-program.ts';
import type { CallRules } from '../../sandbox/policy/action-of.ts';
import type { CallPlaces } from '../tracing/trace-messages.ts';
import type { Attachment } from '../../tracer/attachment.ts';

/** How a sandbox runs the programs of one language. */
export interface Runtime {
  limits: Limits;
  /** what the policy has the tracer do, by call number, for each tape */
  actions: Readonly<Record<Tape, CallRules>>;
  /** whether a sandbox that was made ahead serves any tape, and programs that are given something */
  servesAll: boolean;
  plan(identity: HostIdentity, scratch: Scratch, tape: Tape, given: Given): SandboxPlan;
  /**
   * Takes a sandbox, held at its pid 1, to where it waits for its program, and says what a tracer
   * has to seize. Throws SandboxFailed.
   */
  makeReady(sandbox: Sandbox, pid: number): Promise<Attachment>;
  /** Plans how one program is handed over. */
  handOver(program: Program, lineCount: number, tape: Tape, given: Given): Handover;
}

/** One program on its way into its sandbox. */
export interface Handover {
  /** how the tracer finds the lines of its calls */
  places: CallPlaces;
  /** Does what can be done before the tracer is attached. */
  prepare(sandbox: Sandbox): void;
  /** Lets the program start, once the tracer is attached. */
  begin(sandbox: Sandbox): void;
}
