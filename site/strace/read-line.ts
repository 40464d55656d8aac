import { splitTopLevel } from './split-top-level.ts';

/** What a line of strace's says, without the thread and the time before it. */
export type StraceLine = { thread: number; atNs: number | null } & StraceEvent;

export type StraceEvent =
  | { kind: 'call'; name: string; args: string[]; end: CallEnd }
  /** another thread was in between: the rest comes later */
  | { kind: 'begun'; name: string; args: string[] }
  | { kind: 'resumed'; name: string; args: string[]; end: CallEnd }
  | { kind: 'signal'; name: string }
  /** the end of a thread, and what strace itself has to say */
  | { kind: 'other' };

/** What came of a call; `returned` is null where the program never saw it. */
export interface CallEnd {
  returned: string | null;
  errno: string | null;
  elapsedNs: number | null;
}

/**
 * Reads a line as strace(1), versions 4 to 7, writes it, with or without -f, -t, -tt, -ttt, -r and
 * -T; null for what it would not write.
 */
export function readStraceLine(line: string): StraceLine | null {
  const { thread, rest } = withoutThread(line.trimEnd());
  const { atNs, text } = withoutTime(rest);
  const event = readEvent(text);
  return event && { thread, atNs, ...event };
}

/** `[pid 123] ` on a terminal, `123 ` in a file. */
function withoutThread(line: string): { thread: number; rest: string } {
  const [found, terminal, file] =
    /^(?:\[pid +(\d+)\] +|(\d+) +(?=\S*[\d:.]+ |[a-z_<+-]))/i.exec(line) ?? [];
  if (found === undefined) return { thread: 0, rest: line };
  return { thread: Number(terminal ?? file), rest: line.slice(found.length) };
}

const secondNs = 1e9;

/** Time of day, seconds since 1970, or seconds since the line before. */
function withoutTime(text: string): { atNs: number | null; text: string } {
  const clock = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?) +/.exec(text);
  if (clock) {
    const [found, hours, minutes, seconds] = clock;
    const ofDay = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
    return { atNs: ofDay * secondNs, text: text.slice(found.length) };
  }
  const [found, seconds] = /^\(?\+? *(\d+\.\d+)\)? +/.exec(text) ?? [];
  if (found === undefined) return { atNs: null, text };
  return { atNs: Number(seconds) * secondNs, text: text.slice(found.length) };
}

function readEvent(text: string): StraceEvent | null {
  const [, signal] = /^--- (SIG\w+) .*---$/.exec(text) ?? [];
  if (signal !== undefined) return { kind: 'signal', name: signal };
  if (/^(?:\+\+\+ .*\+\+\+|strace: .*|---.*---)$/.test(text)) return { kind: 'other' };
  const [head, resumed] = /^<\.\.\. (\w+) resumed>(?: ?, ?)?/.exec(text) ?? [];
  if (head !== undefined && resumed !== undefined) {
    const { args, end } = argumentsOf(text.slice(head.length));
    return end && { kind: 'resumed', name: resumed, args, end };
  }
  const [opening, name] = /^(\w+)\(/.exec(text) ?? [];
  if (opening === undefined || name === undefined) return null;
  const cut = /,? *<unfinished \.\.\.>\)?$/.exec(text);
  if (cut)
    return {
      kind: 'begun',
      name,
      args: splitTopLevel(text.slice(opening.length, cut.index)).parts,
    };
  const { args, end } = argumentsOf(text.slice(opening.length));
  return end && { kind: 'call', name, args, end };
}

/** `args) = 0 <0.000012>`, `args) = -1 EINVAL (Invalid argument)`, `args) = ?`. */
function argumentsOf(text: string): { args: string[]; end: CallEnd | null } {
  const { parts, end } = splitTopLevel(text);
  const args = parts.filter((part) => part !== '<unfinished ...>');
  const [, returned, errno, elapsed] =
    /^\) *= (\?|-?(?:0x[\da-f]+|\d+))(?:<.*?>)?(?: ([A-Z][A-Z\d]+))?.*?(?: <(\d+\.\d+)>)?$/.exec(
      text.slice(end),
    ) ?? [];
  if (returned === undefined) return { args, end: null };
  const elapsedNs = elapsed === undefined ? null : Number(elapsed) * secondNs;
  return {
    args,
    end: { returned: returned === '?' ? null : returned, errno: errno ?? null, elapsedNs },
  };
}
