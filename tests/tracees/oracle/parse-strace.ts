import type { SeenCall, ThreadCalls } from './thread-calls.ts';

/**
 * Reads what `strace -f -o` wrote: a pid before every line, calls cut in two where threads
 * overlap, `?` for what the program never saw; strace(1).
 * @param ownLineOnly calls that count only where the stack below them, which -k gives, holds a
 *   function of the program's own
 */
export function parseStrace(
  text: string,
  ownLineOnly: ReadonlySet<string> = new Set(),
): ThreadCalls {
  const threads = new Threads();
  let last: SeenCall | undefined;
  for (const line of text.split('\n')) {
    const [, pid, rest] = /^(\d+) +(.*)$/.exec(line) ?? [];
    if (pid !== undefined && rest !== undefined) last = readLine(threads, Number(pid), rest);
    else if (last) readFrame(last, line);
  }
  return threads
    .inOrderOfBirth()
    .map((calls) => calls.map(neverCameBack))
    .map((calls) => calls.filter((call) => !ownLineOnly.has(call.name) || call.frames?.length))
    .filter((calls) => calls.length > 0);
}

/** A place in the program, except in its start-up code, which is below everything libc does. */
const ownFrame = /^ > \S*\/program\((?!_start\+).*\) \[0x([0-9a-f]+)\]$/;

function readFrame(call: SeenCall, line: string): void {
  if (!line.startsWith(' > ')) return;
  const [, offset] = ownFrame.exec(line) ?? [];
  call.frames ??= [];
  if (offset !== undefined) call.frames.push(Number(`0x${offset}`));
}

/** The call that the line began or ended. */
function readLine(threads: Threads, pid: number, text: string): SeenCall | undefined {
  const [, former] = /^\+\+\+ superseded by execve in pid (\d+) \+\+\+$/.exec(text) ?? [];
  if (former !== undefined) {
    threads.supersede(pid, Number(former));
    return undefined;
  }
  const [, signal] = /^--- (SIG\w+) /.exec(text) ?? [];
  if (signal !== undefined) {
    interrupt(threads.callsOf(pid).at(-1), signal);
    return undefined;
  }
  const [, resumed, end] = /^<\.\.\. (\w+) resumed>(.*)$/.exec(text) ?? [];
  if (resumed !== undefined && end !== undefined) return finish(threads.callsOf(pid).at(-1), end);
  const [, name, args] = /^(\w+)\((.*)$/.exec(text) ?? [];
  if (name === undefined || args === undefined) return undefined;
  // The kernel goes on with the call before, whatever a signal without a handler made of it.
  if (name === 'restart_syscall') return finish(threads.callsOf(pid).at(-1), args);
  return finish(begin(threads.callsOf(pid), name), args);
}

/** A call that the kernel makes again (ERESTART…, which no program sees) is one call. */
function begin(calls: SeenCall[], name: string): SeenCall {
  const last = calls.at(-1);
  if (last && last.name === name && isOpen(last)) calls.pop();
  const call: SeenCall = { name, returned: null, errno: null };
  calls.push(call);
  return call;
}

const isOpen = ({ errno }: SeenCall): boolean => errno?.startsWith('ERESTART') ?? false;

/** Signals after which the kernel makes a call again; all others of the tracees have handlers. */
const withoutHandler: ReadonlySet<string> = new Set(['SIGSTOP', 'SIGCONT', 'SIGKILL']);

function interrupt(call: SeenCall | undefined, signal: string): void {
  if (!call || !isOpen(call) || withoutHandler.has(signal)) return;
  call.returned = '-1';
  call.errno = 'EINTR';
}

/** Its thread was killed before the call could be made again. */
function neverCameBack(call: SeenCall): SeenCall {
  return isOpen(call) ? { ...call, errno: null } : call;
}

/** `) = 1`, `) = -1 EINVAL (…)`, `) = ? ERESTARTNOHAND (…)`; an unfinished call has no result. */
function finish(call: SeenCall | undefined, end: string): SeenCall | undefined {
  const [, returned, errno] = /^.*\) += (\?|-?\d+)(?: ([A-Z]\w+))?(?: \(.*\))?$/.exec(end) ?? [];
  if (call === undefined || returned === undefined) return call;
  call.returned = returned === '?' ? null : returned;
  call.errno = errno ?? null;
  return call;
}

/** Half of the most pids that Linux has (PID_MAX_LIMIT, linux/threads.h): no program spans them. */
const halfOfPids = 2 ** 21;

/** Pids rise with each birth, and wrap. */
class Threads {
  readonly #calls = new Map<number, SeenCall[]>();
  /** A thread that called execve goes on under its leader's pid; execve(2). */
  readonly #former = new Map<number, number>();
  callsOf(pid: number): SeenCall[] {
    const thread = this.#former.get(pid) ?? pid;
    const calls = this.#calls.get(thread) ?? [];
    this.#calls.set(thread, calls);
    return calls;
  }

  supersede(leader: number, former: number): void {
    this.#former.set(leader, this.#former.get(former) ?? former);
  }

  inOrderOfBirth(): ThreadCalls {
    const highest = Math.max(...this.#calls.keys());
    const age = (pid: number) => (highest - pid > halfOfPids ? pid + 2 * halfOfPids : pid);
    return [...this.#calls].sort(([a], [b]) => age(a) - age(b)).map(([, calls]) => calls);
  }
}
