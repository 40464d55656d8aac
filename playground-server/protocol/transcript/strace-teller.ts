import type { RunEvent, RunEventOf } from '../event.ts';
import { printReturned } from '../print-returned.ts';
import { straceValue } from './strace-value.ts';

type Entry = RunEventOf<'syscall-entry'>;
type Exit = RunEventOf<'syscall-exit'>;
type Signal = RunEventOf<'signal'>;
type Finished = RunEventOf<'finished'>;

/** What a line has besides a call and its result. */
export interface StraceStyle {
  /** What precedes a line. */
  before(event: Entry | Exit | Signal | Finished, thread: number): string;
  /** What follows a result. */
  after(exit: Exit): string;
}

/**
 * Tells a tape in the notation of strace(1), as it happens: a call begins when it is entered, and its
 * line ends when it returns. Where something comes between, the line is broken off, and resumed.
 */
export class StraceTeller {
  readonly #style: StraceStyle;
  readonly #threads = new Map<number, number>();
  /** Calls whose lines were broken off. */
  readonly #open = new Map<number, Entry>();
  /** The call that the text ends with. */
  #here: Entry | null = null;

  constructor(style: StraceStyle) {
    this.#style = style;
  }

  /** What comes next of the text; nothing for an event that strace knows nothing of. */
  tell(event: RunEvent): string {
    switch (event.kind) {
      case 'syscall-entry':
        return this.breakOff() + this.#begin(event);
      case 'syscall-exit':
        return `${this.#return(event)}${result(event)}${this.#style.after(event)}\n`;
      case 'signal':
        return this.#line(event, `--- ${event.name} {si_signo=${event.name}} ---`);
      case 'finished':
        return end(event).reduce((text, each) => text + this.#line(event, each), '');
      default:
        return '';
    }
  }

  /** The end of a line that something other than its own call's result follows. */
  breakOff(): string {
    if (this.#here === null) return '';
    this.#open.set(this.#here.call, this.#here);
    this.#here = null;
    return ' <unfinished ...>\n';
  }

  #begin(entry: Entry): string {
    this.#threads.set(entry.call, entry.thread);
    this.#here = entry;
    return this.#style.before(entry, entry.thread) + begun(entry, known(entry));
  }

  #return(exit: Exit): string {
    const thread = this.#threads.get(exit.call) ?? 1;
    this.#threads.delete(exit.call);
    if (this.#here?.call === exit.call) {
      const count = known(this.#here);
      this.#here = null;
      return `${count > 0 && count < exit.arguments.length ? ' ' : ''}${rest(exit, count)}`;
    }
    const entry = this.#open.get(exit.call);
    this.#open.delete(exit.call);
    const broken = this.breakOff() + this.#style.before(exit, thread);
    if (!entry) return broken + begun(exit, exit.arguments.length);
    return `${broken}<... ${exit.name} resumed>${rest(exit, known(entry))}`;
  }

  #line(event: Signal | Finished, text: string): string {
    return `${this.breakOff()}${this.#style.before(event, 1)}${text}\n`;
  }
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

const rest = ({ arguments: args }: Exit, from: number): string =>
  args.slice(from).map(straceValue).join(', ');

const result = ({ name, returned, errno }: Exit): string =>
  `) = ${printReturned(name, returned)}${errno ? ` ${errno.name}` : ''}`;

/** What ended a run from outside was SIGKILL. */
function end({ outcome }: Finished): string[] {
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
