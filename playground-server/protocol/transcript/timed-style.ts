import type { StraceStyle } from './strace-teller.ts';

/** As strace prints with -f, -ttt and -T. */
export const timedStyle: StraceStyle = {
  before: ({ atNs }, thread) => `${String(thread).padEnd(5)} ${seconds(atNs)} `,
  after: ({ elapsedNs }) => ` <${seconds(elapsedNs)}>`,
};

/** With six decimals, as strace prints them. */
function seconds(ns: string): string {
  const micros = BigInt(ns) / 1000n;
  return `${micros / 1_000_000n}.${String(micros % 1_000_000n).padStart(6, '0')}`;
}
