import type { RunEvent, RunEventOf } from '../../../../playground-server/protocol/index.ts';
import { straceValue } from './strace-value.ts';

type Entry = RunEventOf<'syscall-entry'>;
type Exit = RunEventOf<'syscall-exit'>;

/** What strace(1) has lines for. */
type Traced = Entry | Exit | RunEventOf<'signal' | 'finished'>;

const isTraced = (event: RunEvent): event is Traced =>
  ['syscall-entry', 'syscall-exit', 'signal', 'finished'].includes(event.kind);

/**
 * A tape as `strace -f -ttt -T -o` would have written it, so that tools which read strace's can read
 * it. The first column is the number of the thread on the tape, not a pid; times are in seconds since
 * the run was asked for.
 */
export function straceText(events: readonly RunEvent[]): string {
  const traced = events.filter(isTraced);
  const threads = new Map<number, number>();
  const open = new Map<number, Entry>();
  const lines = traced.flatMap((event, at): string[] => {
    switch (event.kind) {
      case 'syscall-entry':
        threads.set(event.call, event.thread);
        if (isExitOf(traced[at + 1], event)) return [];
        open.set(event.call, event);
        return [line(event, event.thread, `${begun(event, known(event))} <unfinished ...>`)];
      case 'syscall-exit': {
        const entry = open.get(event.call);
        const thread = threads.get(event.call) ?? 1;
        open.delete(event.call);
        const text = entry ? resumed(event, entry) : begun(event, event.arguments.length);
        return [line(timeOf(event, traced[at - 1]), thread, `${text}${result(event)}`)];
      }
      case 'signal':
        return [line(event, 1, `--- ${event.name} {si_signo=${event.name}} ---`)];
      case 'finished':
        return end(event).map((text) => line(event, 1, text));
    }
  });
  return lines.map((each) => `${each}\n`).join('');
}

const isExitOf = (event: Traced | undefined, { call }: Entry): event is Exit =>
  event?.kind === 'syscall-exit' && event.call === call;

/** A call that nothing came between is dated by its entry. */
const timeOf = (exit: Exit, before: Traced | undefined): { atNs: string } =>
  before?.kind === 'syscall-entry' && before.call === exit.call ? before : exit;

function line({ atNs }: { atNs: string }, thread: number, text: string): string {
  return `${String(thread).padEnd(5)} ${seconds(atNs)} ${text}`;
}

/** With six decimals, as strace prints them. */
function seconds(ns: string): string {
  const micros = BigInt(ns) / 1000n;
  return `${micros / 1_000_000n}.${String(micros % 1_000_000n).padStart(6, '0')}`;
}

/** Arguments at the entry that are sure not to change: strace prints the others at the exit. */
function known({ arguments: args }: Entry): number {
  const first = args.findIndex(({ kind }) => kind === 'address' || kind === 'array');
  return first < 0 ? args.length : first;
}

function begun({ name, arguments: args }: Entry | Exit, count: number): string {
  const texts = args.slice(0, count).map(straceValue);
  return `${name}(${texts.join(', ')}${count < args.length && count > 0 ? ',' : ''}`;
}

function resumed({ name, arguments: args }: Exit, entry: Entry): string {
  return `<... ${name} resumed>${args.slice(known(entry)).map(straceValue).join(', ')}`;
}

function result({ returned, errno, elapsedNs }: Exit): string {
  return `) = ${returned}${errno ? ` ${errno.name}` : ''} <${seconds(elapsedNs)}>`;
}

/** What ended a run from outside was SIGKILL. */
function end({ outcome }: RunEventOf<'finished'>): string[] {
  switch (outcome.kind) {
    case 'exited':
      return [`+++ exited with ${outcome.status} +++`];
    case 'signalled':
      return [`+++ killed by ${outcome.signal} +++`];
    case 'refused':
      return ['+++ killed by SIGSYS +++'];
    case 'limit-exceeded':
    case 'cancelled':
      return ['+++ killed by SIGKILL +++'];
    case 'not-compiled':
    case 'crowded-out':
      return [];
  }
}
