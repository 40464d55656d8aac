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

/** @param hasGroups whether a control group bounds the memory of a run */
export const policiesFor = (shown: readonly ShownCalls[], hasGroups: boolean): Policies => ({
  program: programPolicy(shown, hasGroups),
  node: nodePolicy(shown, hasGroups),
  tool: programPolicy([], hasGroups),
});
