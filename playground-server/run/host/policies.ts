import { forEachTape } from '../../decode/families/shown-calls.ts';
import type { Tape } from '../../protocol/index.ts';
import { nodePolicy } from '../../sandbox/policy/node-policy.ts';
import type { PolicyRow } from '../../sandbox/policy/policy.ts';
import { programPolicy } from '../../sandbox/policy/program-policy.ts';
import { installsFilters } from '../../sandbox/policy/zygote-policy.ts';
import type { ShownCalls } from '../../sandbox/policy/show-calls.ts';

/** What each kind of process on a host may do, and which of its calls stop it for each tape. */
export interface Policies {
  /** compiled snippets */
  program: Readonly<Record<Tape, readonly PolicyRow[]>>;
  /** Node, with a TypeScript snippet */
  node: Readonly<Record<Tape, readonly PolicyRow[]>>;
  /** compilers, which have no tracer, so that none of their calls are shown */
  tool: readonly PolicyRow[];
  /** compilers that stay and fork, each child with a policy of its own */
  zygote: readonly PolicyRow[];
}

/**
 * @param shownOn the calls of each tape
 * @param hasGroups whether a control group bounds the memory of a run
 */
export const policiesFor = (
  shownOn: (tape: Tape) => readonly ShownCalls[],
  hasGroups: boolean,
): Policies => ({
  program: forEachTape((tape) => programPolicy(shownOn(tape), hasGroups)),
  node: forEachTape((tape) => nodePolicy(shownOn(tape), hasGroups)),
  tool: programPolicy([], hasGroups),
  zygote: [...programPolicy([], hasGroups), installsFilters],
});
