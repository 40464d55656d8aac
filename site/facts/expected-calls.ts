import type { ExampleFacts, ExpectedCall } from './example-schema.ts';
import type { Lens } from './lens-table.ts';

/** The calls that the kernel sees from an example written for one lens, in order. */
export const expectedCalls = ({ expects, skips }: ExampleFacts, lens: Lens): ExpectedCall[] =>
  expects.filter((_, index) => !skips?.[lens]?.calls.includes(index + 1));
