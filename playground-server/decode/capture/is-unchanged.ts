import type { Captured, CapturedRange, OpenFile } from './captured.ts';

/**
 * Whether all that was captured at the exit of a call is as it was at its entry. Pointers are among
 * it, so what they lead to is the same, too.
 * @param except an address that only the exit captures
 */
export function isUnchanged(exit: Captured, entry: Captured, except: bigint | null): boolean {
  const before = new Map(entry.ranges.map((range) => [range.address, range]));
  return (
    exit.ranges.every(
      (range) => range.address === except || isSame(range, before.get(range.address)),
    ) && (exit.files ?? []).every((file) => isAmong(file, entry.files ?? []))
  );
}

const isSame = (after: CapturedRange, before: CapturedRange | undefined): boolean =>
  before !== undefined &&
  before.length === after.length &&
  Buffer.compare(before.bytes, after.bytes) === 0;

const isAmong = ({ descriptor, path }: OpenFile, files: readonly OpenFile[]): boolean =>
  files.some((file) => file.descriptor === descriptor && file.path === path);
