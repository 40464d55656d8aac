import type { ExampleFacts, ExpectedCall } from '../facts/example-schema.ts';
import type { Lens } from '../facts/lens-table.ts';
import type { TapeRow } from '../playground/client/run-state.ts';

/** One tape of an example. */
export interface LensTape {
  lens: Lens;
  rows: readonly TapeRow[];
}

/** What the tapes show of one call that the example expects. */
export interface AlignedCall {
  expected: ExpectedCall;
  /** One for each tape, in order; null if a library spared the kernel the call. */
  rows: (TapeRow | null)[];
}

/**
 * Lays the tapes of an example side by side, with a row for each expected call. A tape holds
 * exactly what was expected (tests/content/examples.kernel.test.ts), so the only gaps are spared
 * calls.
 */
export function alignCalls(facts: ExampleFacts, tapes: readonly LensTape[]): AlignedCall[] {
  const columns = tapes.map((tape) => column(facts, tape));
  return facts.expects.map((expected, at) => ({
    expected,
    rows: columns.map((rows) => rows[at] ?? null),
  }));
}

function column({ expects, skips }: ExampleFacts, { lens, rows }: LensTape): (TapeRow | null)[] {
  const spared = skips?.[lens]?.calls ?? [];
  const left = [...rows];
  return expects.map((_, at) => (spared.includes(at + 1) ? null : (left.shift() ?? null)));
}
