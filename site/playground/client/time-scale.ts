/** Fits the shortest and the longest times into one picture: widths are logarithms of durations. */
const widthOf = (ns: number): number => Math.log2(1 + ns / 1000);

/**
 * Maps moments to values between 0 and 1. Order is kept, but a span's width is the logarithm of its
 * length, so that 20 µs is visible next to 30 ms; `moments` are all that matter, in ns.
 */
export function timeScale(moments: readonly number[]): (ns: number) => number {
  const sorted = [...new Set(moments)].sort((a, b) => a - b);
  const places = new Map<number, number>();
  let width = 0;
  sorted.forEach((moment, at) => {
    if (at > 0) width += widthOf(moment - sorted[at - 1]!);
    places.set(moment, width);
  });
  return (ns) => (width === 0 ? 0 : (places.get(ns) ?? 0) / width);
}
