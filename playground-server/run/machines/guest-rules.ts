import type { MappedCode } from '../../decode/unwind/mapped-code.ts';
import type { AnswerRule } from '../../protocol/index.ts';
import { parseLimit } from '../../linux/proc.ts';
import { isAddressSpaceFull } from '../../tracer/address-space-is-full.ts';
import { isPastLimit } from '../../tracer/cpu-limit.ts';
import type { Ending } from '../../tracer/stop.ts';
import type { EndingCause, RawEntry, RawExit } from '../../tracer/trace-event.ts';
import { signalCodes, signals } from '../../uapi/signal-table.ts';
import { parseMappings } from '../../linux/mappings.ts';
import type { AgentRecord } from './agent-record.ts';

/** What has to be known about a run to understand what its agent tells. */
export interface GuestRules {
  /** calls that are shown only if a line of the snippet made them */
  ownLineOnly: ReadonlySet<string>;
  /** calls that are on no tape */
  followed: ReadonlySet<string>;
  /** errnos that the reader asked for in place of the kernel's answer, by the call's name */
  refusals: ReadonlyMap<string, number>;
  /** answers that the reader asked for by rule */
  answers: readonly AnswerRule[];
  /** whether a line of the snippet made the call: the loader's and libc's own obey no rule */
  isReaders(entry: RawEntry): boolean;
  /** threads alive at once */
  mostThreads: number;
  /** the run's RLIMIT_CPU and RLIMIT_FSIZE, to distinguish them from those that the program sets */
  cpuSeconds: number;
  fileBytes: number;
}

type Signal = Extract<AgentRecord, { kind: 'signal' }>;
type Ended = Extract<AgentRecord, { kind: 'ended' }>;

const { SIGKILL, SIGSEGV, SIGXCPU, SIGXFSZ } = signals;

/** The limits of a run that arrive as signals; tracer/handle-signal.ts and tracer/handle-end.ts. */
export class GuestLimits {
  readonly #rules: GuestRules;
  #fileLimitStruck = false;
  cpuLimitStruck = false;

  constructor(rules: GuestRules) {
    this.#rules = rules;
  }

  /** @param limits text of /proc/pid/limits */
  note({ signal, code }: Signal, limits: string): void {
    const { cpuSeconds, fileBytes } = this.#rules;
    if (signal === SIGXCPU && code === signalCodes.SI_KERNEL)
      this.cpuLimitStruck ||= isPastLimit(limits, cpuSeconds);
    if (signal === SIGXFSZ)
      this.#fileLimitStruck = parseLimit(limits, 'Max file size') === fileBytes;
  }

  /** @param isOutOfMemory the kernel has killed for want of memory, which looks like a hard limit */
  causeOf(
    ending: Ending,
    { cpuSeconds }: Ended,
    { hasStarted, isOutOfMemory }: { hasStarted: boolean; isOutOfMemory: boolean },
  ): EndingCause | null {
    if (ending.kind !== 'killed') return null;
    const { signal } = ending;
    // Before its first instruction: execve(2) found no room for it, such as for a huge static array.
    if (signal === SIGSEGV && !hasStarted) return { kind: 'limit', limit: 'memory' };
    if (signal === SIGXFSZ && this.#fileLimitStruck) return { kind: 'limit', limit: 'file-size' };
    const isHard = signal === SIGKILL && !isOutOfMemory;
    const hasSpent = isHard && cpuSeconds >= this.#rules.cpuSeconds / 2;
    const isCpu = this.cpuLimitStruck && (isHard || signal === SIGXCPU);
    return isCpu || hasSpent ? { kind: 'limit', limit: 'cpu-time' } : null;
  }
}

/** A wait status; wait(2). */
export const endingOf = (status: number): Ending =>
  (status & 0x7f) === 0
    ? { kind: 'exited', status: (status >> 8) & 0xff }
    : { kind: 'killed', signal: status & 0x7f };

/** @param maps rows of /proc/pid/maps */
export function mappedCode(maps: string): MappedCode {
  const mappings = parseMappings(maps);
  return {
    at: (address) => mappings.find(({ start, end }) => address >= start && address < end) ?? null,
  };
}

/**
 * Whether a call failed because the process may have no more addresses.
 *
 * @param texts of /proc/pid/status and /proc/pid/limits, as they were when it failed
 */
export const lacksAddresses = (
  exit: RawExit,
  { status, limits }: Readonly<Record<'status' | 'limits', string>>,
): boolean =>
  exit.verdict === 'kernel' &&
  isAddressSpaceFull(exit, () => ({
    mostBytes: parseLimit(limits, 'Max address space'),
    mappedBytes: 1024n * BigInt(/^VmSize:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0),
  }));

/** Processes that the kernel killed because memory was used up: a row of /proc/vmstat. */
export const killedForMemory = (counters: string): number =>
  Number(/^oom_kill (\d+)$/m.exec(counters)?.[1] ?? 0);
