import type { SeenCall, ThreadCalls } from './thread-calls.ts';

/**
 * Reads what `strace -f -o` wrote: a pid before every line, calls cut in two where threads
 * overlap, `?` for what the program never saw; strace(1).
 */
export function parseStrace(text: string): ThreadCalls {
  const threads = new Threads();
  for (const line of text.split('\n')) {
    const [, pid, rest] = /^(\d+) +(.*)$/.exec(line) ?? [];
    if (pid !== undefined && rest !== undefined) readLine(threads, Number(pid), rest);
  }
  return threads.inOrderOfBirth();
}

function readLine(threads: Threads, pid: number, text: string): void {
  const [, former] = /^\+\+\+ superseded by execve in pid (\d+) \+\+\+$/.exec(text) ?? [];
  if (former !== undefined) return threads.supersede(pid, Number(former));
  const [, resumed, end] = /^<\.\.\. (\w+) resumed>(.*)$/.exec(text) ?? [];
  if (resumed !== undefined && end !== undefined) return finish(threads.callsOf(pid).at(-1), end);
  const [, name, args] = /^(\w+)\((.*)$/.exec(text) ?? [];
  if (name === undefined || args === undefined) return;
  const call: SeenCall = { name, returned: null, errno: null };
  threads.callsOf(pid).push(call);
  finish(call, args);
}

/** `) = 1`, `) = -1 EINVAL (…)`, `) = ? ERESTARTNOHAND (…)`; an unfinished call has no result. */
function finish(call: SeenCall | undefined, end: string): void {
  const [, returned, errno] = /^.*\) += (\?|-?\d+)(?: ([A-Z]\w+))?(?: \(.*\))?$/.exec(end) ?? [];
  if (call === undefined || returned === undefined) return;
  call.returned = returned === '?' ? null : returned;
  call.errno = errno ?? null;
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
