import type { ReadMemory } from '../decode/read-memory.ts';
import { readProcessMemory } from '../linux/process-memory.ts';
import { interrupt, resume, TraceeGone, type Resumption } from '../linux/ptrace.ts';
import type { AioCall } from '../protocol/index.ts';
import type { PolicyAction } from '../sandbox/policy/policy.ts';
import type { Attachment } from './attachment.ts';
import { AioBudget, newAddressSpace } from './aio-budget.ts';
import type { TraceListener } from './trace-event.ts';
import type { Tracee } from './tracee.ts';

/** What the tracer must know about a run before it starts. */
export interface TraceRules {
  /** what the policy says of a call by number; a call that is not there is refused */
  actionOf(nr: number): PolicyAction;
  nameOf(nr: number): string;
  /** errno numbers that the reader asked for instead of the kernel's answer */
  refusals: ReadonlyMap<AioCall, number>;
  aioShare: number;
  aioMaxNr: number;
  /** processes and threads alive at once */
  maxTracees: number;
  /** calls and signals that are reported */
  maxTapeRows: number;
  /** RLIMIT_FSIZE that the run was given, to tell it from one that the program set itself */
  fileBytes: number;
  /** RLIMIT_CPU that the run was given */
  cpuSeconds: number;
}

/** Everything the tracer remembers of one run. */
export class TraceState {
  readonly rules: TraceRules;
  readonly listener: TraceListener;
  readonly budget: AioBudget;
  readonly tracees = new Map<number, Tracee>();
  /** Tracees that stopped before their parent's stop told of their birth. */
  readonly unclaimed = new Set<number>();
  /** the sandbox's pid 1, which lives as long as the program does */
  readonly supervisorPid: number;
  /** the same until the program was forked from it */
  initPid: number | null;
  /** the thread group whose end is the end of the run */
  mainPid: number | null;
  started = false;
  ended = false;
  /** SIGXCPU came from the limit, not from a program */
  cpuLimitStruck = false;
  fileLimitStruck = false;
  /** name of the call of another ABI that a thread of the program's own process made */
  foreignCall: string | null = null;
  #tapeRows = 0;
  #limitTold = false;
  #threads = 0;

  constructor(attachment: Attachment, rules: TraceRules, listener: TraceListener) {
    this.supervisorPid = attachment.supervisorPid;
    this.initPid = attachment.runningPid === null ? attachment.supervisorPid : null;
    this.mainPid = attachment.runningPid;
    this.rules = rules;
    this.listener = listener;
    this.budget = new AioBudget(rules.aioShare, rules.aioMaxNr);
  }

  /** Takes a new thread into the run; `parent` null for the program itself. */
  adopt(pid: number, parent: Tracee | null, shares: { memory: boolean; process: boolean }): void {
    const space = parent && shares.memory ? parent.space : newAddressSpace();
    if (parent && shares.memory) space.users += 1;
    this.tracees.set(pid, {
      pid,
      thread: parent ? null : ++this.#threads,
      process: parent && shares.process ? parent.process : pid,
      space,
      pending: null,
      open: null,
      stepping: parent?.stepping ?? false,
    });
    if (this.tracees.size > this.rules.maxTracees) this.tellLimit('processes');
  }

  /** Number of a thread that puts a row on the tape. */
  threadOf(tracee: Tracee): number {
    return (tracee.thread ??= ++this.#threads);
  }

  /** execve: the thread takes over the leader's pid and gets an empty address space. */
  renew(tracee: Tracee, pid: number): void {
    this.budget.leave(tracee.space);
    this.tracees.delete(tracee.pid);
    tracee.pid = pid;
    tracee.space = newAddressSpace();
    tracee.pending = null;
    tracee.open = null;
    this.tracees.set(pid, tracee);
  }

  /** Forgets a thread; true when its process has no other. */
  forget(tracee: Tracee): boolean {
    this.tracees.delete(tracee.pid);
    this.budget.leave(tracee.space);
    for (const other of this.tracees.values()) {
      if (other.process === tracee.process) return false;
    }
    return true;
  }

  /** Resumes a tracee at a time that is not the reply to its own stop. */
  resumeTracee(pid: number): void {
    unlessGone(() => resume(pid, this.resumption(pid), 0));
  }

  /** Makes a running tracee stop, so that it goes on as `resumption` says by then. */
  interruptTracee(pid: number): void {
    unlessGone(() => interrupt(pid));
  }

  resumption(pid: number): Resumption {
    const tracee = this.tracees.get(pid);
    // Inside a call the exit stop is wanted; else only the calls that the filter picks.
    return tracee?.stepping || tracee?.pending ? 'syscall' : 'cont';
  }

  /** Number of the next row of the tape, or null when it is full. */
  nextRow(): number | null {
    if (this.#tapeRows >= this.rules.maxTapeRows) {
      this.tellLimit('output');
      return null;
    }
    return ++this.#tapeRows;
  }

  tellLimit(limit: 'processes' | 'output' | 'aio-events' | 'cpu-time'): void {
    if (this.#limitTold) return;
    this.#limitTold = true;
    this.listener({ kind: 'limit', limit });
  }

  memoryOf(pid: number): ReadMemory {
    return (address, length) => readProcessMemory(pid, address, length);
  }
}

/** Another tracee than the one that stopped may be dead already. */
function unlessGone(action: () => void): void {
  try {
    action();
  } catch (error) {
    if (!(error instanceof TraceeGone)) throw error;
  }
}
