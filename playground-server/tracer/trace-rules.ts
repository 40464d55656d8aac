import type { CapturePlan, Take } from '../decode/capture/capture-plan.ts';
import type { PolicyAction } from '../sandbox/policy/policy.ts';

/** What the tracer must know about a run before it starts. */
export interface TraceRules {
  /** What the policy says of a call with these arguments; one that it does not name is refused. */
  actionOf(nr: number, args: readonly bigint[]): PolicyAction;
  nameOf(nr: number): string;
  /** what is copied of the tracee's memory at the sides of a call */
  captureOf(name: string): CapturePlan;
  /** the same at a signal */
  signalCapture: readonly Take[];
  /** errno numbers that the reader asked for instead of the kernel's answer, by the call's name */
  refusals: ReadonlyMap<string, number>;
  /** whether the runtime installs a filter of ours before the snippet begins; see call-hooks */
  addsFilter: boolean;
  aioShare: number;
  aioMaxNr: number;
  /** processes and threads alive at once */
  maxTracees: number;
  /** RLIMIT_FSIZE that the run was given, to tell it from one that the program set itself */
  fileBytes: number;
  /** RLIMIT_CPU that the run was given */
  cpuSeconds: number;
}
