import { execFile } from 'node:child_process';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import type { ThreadCalls } from './thread-calls.ts';

/** Where a program that is not position-independent begins; ld's script elf_x86_64.x. */
const base = 0x400000;

/**
 * The innermost line of the source on the stack of each call, by addr2line(1): null if it is not
 * there, undefined if strace gave no stack.
 */
export async function linesIn(
  program: string,
  sourcePath: string,
  threads: ThreadCalls,
): Promise<(number | null | undefined)[][]> {
  const offsets = [...new Set(threads.flat().flatMap(({ frames = [] }) => frames))];
  const lines = await lookUp(program, basename(sourcePath), offsets);
  const lineOf = (frames: number[]) =>
    frames.map((frame) => lines.get(frame) ?? null).find((line) => line !== null) ?? null;
  return threads.map((calls) => calls.map(({ frames }) => frames && lineOf(frames)));
}

/** Looks up the byte before each offset, because strace gives the place a call returns to. */
async function lookUp(program: string, source: string, offsets: number[]) {
  if (offsets.length === 0) return new Map<number, number>();
  const addresses = offsets.map((offset) => (base + offset - 1).toString(16));
  const { stdout } = await promisify(execFile)('addr2line', ['-e', program, ...addresses]);
  const found = stdout.split('\n').map((answer) => /([^/]+):(\d+)/.exec(answer));
  return new Map(
    offsets.flatMap((offset, index): [number, number][] => {
      const [, file, line] = found[index] ?? [];
      return file === source ? [[offset, Number(line)]] : [];
    }),
  );
}
