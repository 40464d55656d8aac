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
  const own = new Set<SeenCall>();
  let last: SeenCall | undefined;
  for (const line of text.split('\n')) {
    const [, pid, rest] = /^(\d+) +(.*)$/.exec(line) ?? [];
    if (pid !== undefined && rest !== undefined) last = readLine(threads, Number(pid), rest);
    else if (last && ownFrame.test(line)) own.add(last);
  }
  return threads
    .inOrderOfBirth()
    .map((calls) => calls.filter((call) => !ownLineOnly.has(call.name) || own.has(call)))
    .filter((calls) => calls.length > 0);
}

/** The program's own start-up code stands below all that the C library does. */
const ownFrame = /^ > \S*\/program\((?!_start\+)/;

/** The call that the line began or ended. */
function readLine(threads: Threads, pid: number, text: string): SeenCall | undefined {
  const [, former] = /^\+\+\+ superseded by execve in pid (\d+) \+\+\+$/.exec(text) ?? [];
  if (former !== undefined) {
    threads.supersede(pid, Number(former));
    return undefined;
  }
  const [, resumed, end] = /^<\.\.\. (\w+) resumed>(.*)$/.exec(text) ?? [];
  if (resumed !== undefined && end !== undefined) return finish(threads.callsOf(pid).at(-1), end);
  const [, name, args] = /^(\w+)\((.*)$/.exec(text) ?? [];
  if (name === undefined || args === undefined) return undefined;
  const call: SeenCall = { name, returned: null, errno: null };
  threads.callsOf(pid).push(call);
  return finish(call, args);
}

/** `) = 1`, `) = -1 EINVAL (…)`, `) = ? ERESTARTNOHAND (…)`; an unfinished call has no result. */
function finish(call: SeenCall | undefined, end: string): SeenCall | undefined {
  const [, returned, errno] = /^.*\) += (\?|-?\d+)(?: ([A-Z]\w+))?(?: \(.*\))?$/.exec(end) ?? [];
  if (call === undefined || returned === undefined) return call;
  call.returned = returned === '?' ? null : returned;
  call.errno = errno ?? null;
  return call;
}

/** Pids rise with each birth, and wrap; the first line belongs to the program's first thread. */
class Threads {
  readonly #calls = new Map<number, SeenCall[]>();
  /** A thread that called execve goes on under its leader's pid; execve(2). */
  readonly #former = new Map<number, number>();
  #first: number | null = null;

  callsOf(pid: number): SeenCall[] {
    this.#first ??= pid;
    const thread = this.#former.get(pid) ?? pid;
    const calls = this.#calls.get(thread) ?? [];
    this.#calls.set(thread, calls);
    return calls;
  }

  supersede(leader: number, former: number): void {
    this.#former.set(leader, this.#former.get(former) ?? former);
  }

  inOrderOfBirth(): ThreadCalls {
    const first = this.#first ?? 0;
    const age = (pid: number) => (pid < first ? pid + 2 ** 32 : pid);
    return [...this.#calls].sort(([a], [b]) => age(a) - age(b)).map(([, calls]) => calls);
  }
}
