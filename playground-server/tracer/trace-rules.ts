import type { CapturePlan, Take } from '../decode/capture/capture-plan.ts';
import type { AnswerRule } from '../protocol/index.ts';
import type { PolicyAction } from '../sandbox/policy/policy.ts';
import type { RawEntry } from './trace-event.ts';

/** What the tracer must know about a run before it starts. */
export interface TraceRules {
  /** What the policy says about a call with these arguments; calls without a rule are refused. */
  actionOf(nr: number, args: readonly bigint[]): PolicyAction;
  nameOf(nr: number): string;
  /** what to copy of the tracee's memory at each side of a call */
  captureOf(name: string): CapturePlan;
  /** the same at a signal */
  signalCapture: readonly Take[];
  /** whether files are named on which descriptors are open */
  namesFiles: boolean;
  /**
   * whether calls stop that the sandbox's pid 1 makes as well, which has the program's filter: without
   * a tracer they would fail
   */
  stopsSupervisor: boolean;
  /** errnos that the reader asked for in place of the kernel's answer, by the call's name */
  refusals: ReadonlyMap<string, number>;
  /** answers that the reader asked for by rule */
  answers: readonly AnswerRule[];
  /** whether a line of the snippet made the call: the loader's and libc's own obey no rule */
  isReaders(entry: RawEntry): boolean;
  aioShare: number;
  aioMaxNr: number;
  /** processes and threads alive at once */
  maxTracees: number;
  /** the run's RLIMIT_FSIZE, to distinguish it from one that the program set itself */
  fileBytes: number;
  /** the run's RLIMIT_CPU */
  cpuSeconds: number;
}
