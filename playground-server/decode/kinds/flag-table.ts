/** Names of single bits, lowest first. */
export type FlagTable = readonly (readonly [bit: bigint, name: string])[];

/** The bits of a generated table. */
export const flagTable = (bits: Readonly<Record<string, number>>): FlagTable =>
  Object.entries(bits).map(([name, bit]) => [BigInt(bit), name]);
