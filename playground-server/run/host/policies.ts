import { nodePolicy } from '../../sandbox/policy/node-policy.ts';
import type { PolicyRow } from '../../sandbox/policy/policy.ts';
import { programPolicy } from '../../sandbox/policy/program-policy.ts';
import type { ShownCalls } from '../../sandbox/policy/show-calls.ts';

/** What each kind of process on a host may do. */
export interface Policies {
  /** compiled snippets */
  program: readonly PolicyRow[];
  /** Node, with a TypeScript snippet */
  node: readonly PolicyRow[];
  /** compilers, which have no tracer, so that none of their calls are shown */
  tool: readonly PolicyRow[];
}

export const policiesFor = (shown: readonly ShownCalls[]): Policies => ({
  program: programPolicy(shown),
  node: nodePolicy(shown),
  tool: programPolicy([]),
});
