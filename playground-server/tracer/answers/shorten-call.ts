/** Where calls that count have their counts: the least that they wait for, and the most. */
const counts: Readonly<Record<string, { least?: number; most: number }>> = {
  io_submit: { most: 1 },
  io_getevents: { least: 1, most: 2 },
  io_pgetevents: { least: 1, most: 2 },
  read: { most: 2 },
  write: { most: 2 },
  pread64: { most: 2 },
  pwrite64: { most: 2 },
};

/**
 * The arguments that ask the kernel for `most` at most, so that a short count is a true one: what was
 * not submitted is not under way, and what was not given is still in the ring. The arguments
 * themselves where they ask for no more, or for what the kernel refuses.
 */
export function shortened(name: string, args: readonly bigint[], most: number): readonly bigint[] {
  const places = counts[name];
  if (places === undefined) return args;
  const wanted = BigInt.asIntN(64, args[places.most] ?? 0n);
  const least = places.least === undefined ? 0n : BigInt.asIntN(64, args[places.least] ?? 0n);
  if (wanted <= BigInt(most) || least < 0n || least > wanted) return args;
  const asked = [...args];
  asked[places.most] = BigInt(most);
  if (places.least !== undefined && least > BigInt(most)) asked[places.least] = BigInt(most);
  return asked;
}
