import assert from 'node:assert/strict';
import { interrupt, resume, type Resumption } from '../linux/ptrace.ts';
import { newAddressSpace, type AddressSpace } from './address-space.ts';
import { AnswerRules } from './answers/answer-rules.ts';
import type { Attachment } from './attachment.ts';
import type { RunHooks } from './hooks/call-hook.ts';
import { createHooks } from './hooks/create-hooks.ts';
import type { LimitName } from '../protocol/index.ts';
import type { TraceListener } from './trace-event.ts';
import type { TraceRules } from './trace-rules.ts';
import type { Tracee } from './tracee.ts';
import { unlessGone } from './unless-gone.ts';

/** Everything that the tracer remembers about a run. */
export class TraceState {
  readonly rules: TraceRules;
  readonly listener: TraceListener;
  readonly hooks: RunHooks;
  readonly answers: AnswerRules;
  readonly tracees = new Map<number, Tracee>();
  /** Tracees that stopped before their parent's stop reported their birth. */
  readonly unclaimed = new Set<number>();
  /** Tracees that stand at the entry of a call, as a hook said "later", in their order. */
  readonly waiting = new Set<Tracee>();
  /** the sandbox's pid 1, which lives as long as the program does */
  readonly supervisorPid: number;
  /** the same, until the program has been forked from it */
  initPid: number | null;
  /** the thread group whose end ends the run */
  mainPid: number | null;
  started = false;
  ended = false;
  /** SIGXCPU came from the limit, not from a program */
  cpuLimitStruck = false;
  fileLimitStruck = false;
  /** name of a call of another ABI that a thread of the program's own process made */
  foreignCall: string | null = null;
  /** address spaces of the threads that have begun to die, by pid */
  readonly #dying = new Map<number, AddressSpace>();
  #limitTold = false;
  #calls = 0;
  #threads = 0;

  constructor(attachment: Attachment, rules: TraceRules, listener: TraceListener) {
    this.supervisorPid = attachment.supervisorPid;
    this.initPid = attachment.runningPid === null ? attachment.supervisorPid : null;
    this.mainPid = attachment.runningPid;
    this.rules = rules;
    this.listener = listener;
    this.hooks = createHooks(rules);
    this.answers = new AnswerRules(rules.refusals, rules.answers);
  }

  /** Adds a new thread to the run; `parent` is null for the program itself. */
  adopt(pid: number, parent: Tracee | null, shares: { memory: boolean; process: boolean }): void {
    const space = parent && shares.memory ? parent.space : newAddressSpace('fork');
    if (parent && shares.memory) space.users += 1;
    this.tracees.set(pid, {
      pid,
      thread: ++this.#threads,
      process: parent && shares.process ? parent.process : pid,
      space,
      pending: null,
      open: null,
      stepping: parent?.stepping ?? false,
      isReaped: false,
    });
    if (this.tracees.size > this.rules.maxTracees) this.tellLimit('processes');
  }

  /** After execve the thread takes over the leader's pid, with an empty address space. */
  renew(tracee: Tracee, pid: number): void {
    const leader = this.tracees.get(pid);
    if (leader && leader !== tracee) this.forget(leader);
    // The end of a leader whose pid was taken over is not reported.
    this.bury(pid);
    this.#leaveSpace(tracee);
    this.tracees.delete(tracee.pid);
    tracee.pid = pid;
    tracee.space = newAddressSpace('execve');
    tracee.open = null;
    this.tracees.set(pid, tracee);
  }

  /** Forgets a thread that is about to die; returns true if it was the last of its process. */
  forget(tracee: Tracee): boolean {
    this.tracees.delete(tracee.pid);
    this.waiting.delete(tracee);
    const { pending } = tracee;
    if (pending) this.hooks.of(pending.name)?.after?.({ call: pending, tracee, state: this }, null);
    this.#leaveSpace(tracee);
    tracee.space.dying += 1;
    this.#dying.set(tracee.pid, tracee.space);
    for (const other of this.tracees.values()) {
      if (other.process === tracee.process) return false;
    }
    return true;
  }

  /** A thread that was forgotten is gone, and has let go of its memory (kernel/exit.c, do_exit()). */
  bury(pid: number): void {
    const space = this.#dying.get(pid);
    if (space) space.dying -= 1;
    this.#dying.delete(pid);
  }

  #leaveSpace({ space }: Tracee): void {
    space.users -= 1;
    assert(space.users >= 0, 'an address space was left by more threads than came');
  }

  /** Number for the next call that is reported. */
  nextCall(): number {
    return ++this.#calls;
  }

  /** Resumes a tracee other than in reply to its own stop. */
  resumeTracee(pid: number): void {
    unlessGone(() => resume(pid, this.resumption(pid), 0));
  }

  /** Stops a running tracee, so that it then continues as `resumption` says. */
  interruptTracee(pid: number): void {
    unlessGone(() => interrupt(pid));
  }

  resumption(pid: number): Resumption {
    const tracee = this.tracees.get(pid);
    // Inside a call, its exit stop is wanted; otherwise only the calls that the filter picks.
    return tracee?.stepping || tracee?.pending ? 'syscall' : 'cont';
  }

  tellLimit(limit: LimitName): void {
    if (this.#limitTold) return;
    this.#limitTold = true;
    this.listener.record({ kind: 'limit', limit });
  }
}
