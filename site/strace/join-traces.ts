import { readStraceLine } from './read-line.ts';

/** One of the files that `strace -ff -o trace` writes, `trace.1234` for thread 1234. */
export interface TraceFile {
  name: string;
  text: string;
}

/** A line on its way into the trace of all threads. */
interface Line {
  text: string;
  atNs: number | null;
}

/**
 * The trace that `strace -f -o` would have written in place of these files: every line with its thread,
 * in the order of the times that it has. Without times, or with such as are since the line before (-r),
 * one thread follows the other.
 */
export function joinTraces(files: readonly TraceFile[]): string {
  const [only, ...others] = files;
  if (only && others.length === 0) return only.text;
  const threads = files.map(linesOf);
  const lines = threads.flat();
  // Equal times keep the order of their files.
  if (threads.every(areDated)) lines.sort((a, b) => a.atNs! - b.atNs!);
  return lines.map(({ text }) => text).join('\n');
}

function linesOf({ name, text }: TraceFile, at: number): Line[] {
  const thread = /\.(\d+)$/.exec(name)?.[1] ?? `${at + 1}`;
  let lastNs: number | null = null;
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const read = readStraceLine(line);
      // What cannot be read stays where it is.
      lastNs = read?.atNs ?? lastNs;
      return { text: read?.thread === 0 ? `${thread} ${line}` : line, atNs: lastNs };
    });
}

const areDated = (lines: readonly Line[]): boolean =>
  lines.every(({ atNs }, at) => atNs !== null && atNs >= (lines[at - 1]?.atNs ?? 0));
