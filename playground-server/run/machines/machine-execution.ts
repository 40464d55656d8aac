import type { FaultCode, LimitName, Outcome, UnstampedEvent } from '../../protocol/index.ts';
import { EventQueue } from '../execution/event-queue.ts';
import type { Execution } from '../execution/execution.ts';
import { outcomeOf } from '../execution/outcome-of.ts';
import { ProgramOutput } from '../execution/program-output.ts';
import { faultMessage, sandboxKilled } from '../fault-message.ts';
import type { RunTape } from '../tracing/run-tape.ts';
import { TapeRow, type EncodedRow } from '../tracing/tape-row.ts';
import type { TimedEvent } from '../timed-event.ts';
import { handOver, type Machine } from './machine.ts';
import { readRecord } from './agent-record.ts';
import type { AgentEvent, GuestTracing } from './guest-tracing.ts';
import { renderAnswer } from './job.ts';

/** From the job to the program: a busy host may take a while. */
const startTimeoutMs = 20_000;

export interface MachineExecutionParts {
  machine: Machine;
  job: Uint8Array;
  /** what is on its disk; null if it works in memory */
  disk: string | null;
  wallTimeMs: number;
  outputBytes: number;
  tracing: GuestTracing;
  /** of notes, by their numbers in the job */
  books: readonly string[];
  tape: RunTape;
  /** what is counted of the calls that the tape has no room for */
  untold: () => UnstampedEvent | null;
  /** Receives what readers are not told about a failure of ours. */
  troubled(error: unknown): void;
}

/** A program on a kernel of its own: turns the records of its agent and the limits into events. */
export class MachineExecution implements Execution {
  readonly events = new EventQueue<TimedEvent>();
  readonly #parts: MachineExecutionParts;
  readonly #output: ProgramOutput;
  #timer: NodeJS.Timeout | undefined;
  #killedForMemory = 0;
  #finished = false;

  constructor(parts: MachineExecutionParts) {
    this.#parts = parts;
    this.#output = new ProgramOutput(parts.outputBytes);
  }

  /** Hands the job to the machine's agent. */
  async start(): Promise<void> {
    if (this.#finished) return;
    const { machine, job, disk, tracing, books } = this.#parts;
    this.#timer = setTimeout(() => this.#failed(new Error('no program started')), startTimeoutMs);
    void machine.sandbox.gone.then(() => this.#fault('sandbox-failed', sandboxKilled));
    machine.listen({
      record: (kind, content) => {
        const told = readRecord(kind, content, books);
        if (told !== null) for (const event of tracing.read(told)) this.#hear(event);
      },
      broken: (error) => this.#failed(error),
    });
    await handOver(machine, job, disk).catch((error: unknown) => this.#failed(error));
  }

  stop(outcome: Outcome): void {
    this.#end({ kind: 'finished', outcome });
  }

  async gone(): Promise<void> {
    this.#parts.machine.sandbox.kill();
    await this.#parts.machine.sandbox.gone;
  }

  #hear(event: AgentEvent): void {
    if (this.#finished) return;
    const { tape } = this.#parts;
    switch (event.kind) {
      case 'started':
        return this.#begin();
      case 'entry':
      case 'exit':
      case 'signal':
        return this.#tell(tape.rowOf(event, process.hrtime.bigint()));
      case 'output':
        return this.#takeOutput(event);
      case 'limit':
        return this.#exceeded(event.limit);
      case 'killed-for-memory':
        this.#killedForMemory = event.count;
        return;
      case 'ended': {
        this.#tell(tape.lastRow(event.ending, process.hrtime.bigint()));
        const outcome = outcomeOf(event, () => this.#killedForMemory > 0);
        if (outcome !== 'sandbox-killed') this.stop(outcome);
        return;
      }
      case 'answer':
        this.#parts.machine.sandbox.stdin?.write(renderAnswer(event.steps));
        return;
      case 'trouble':
        return this.#failed(new Error(event.text));
    }
  }

  #begin(): void {
    const { wallTimeMs } = this.#parts;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#exceeded('wall-time'), wallTimeMs);
  }

  #tell(row: EncodedRow | null): void {
    if (row !== null) this.events.push(new TapeRow(row));
  }

  #takeOutput({ stream, bytes }: Extract<AgentEvent, { kind: 'output' }>): void {
    const event = this.#output.decode(stream, bytes);
    if (event) this.#push(event);
    if (this.#output.exceeded) this.#exceeded('output');
  }

  #exceeded(limit: LimitName): void {
    this.stop({ kind: 'limit-exceeded', limit });
  }

  /** Logs what readers must not know. */
  #failed(error: unknown): void {
    if (this.#finished) return;
    this.#parts.troubled(error);
    this.#fault('tracer-failed', faultMessage(error));
  }

  #fault(code: FaultCode, message: string): void {
    this.#end({ kind: 'faulted', code, message });
  }

  #end(last: TimedEvent['event']): void {
    if (this.#finished) return;
    this.#finished = true;
    clearTimeout(this.#timer);
    for (const event of this.#output.flush()) this.#push(event);
    const untold = this.#parts.untold();
    if (untold) this.#push(untold);
    this.#push(last);
    this.events.close();
    this.#parts.machine.sandbox.kill();
  }

  #push(event: TimedEvent['event']): void {
    this.events.push({ event, happenedNs: process.hrtime.bigint() });
  }
}
