import type { ArgumentTest } from '../../linux/seccomp.ts';
import type { PolicyAction, PolicyRow } from './policy.ts';

/** What a policy says of one call by its number, the rows in their order. */
export type CallRules = readonly (readonly [
  nr: number,
  rules: readonly { action: PolicyAction; when: readonly ArgumentTest[] }[],
])[];

/**
 * What the tracer has to know of a policy: a stop at a call that is not shown or watched means that
 * it is refused, since the filter stops no other. Of those that are refused it needs to know only the
 * ones with a reason that the tape tells.
 */
export function tracedRules(
  policy: readonly PolicyRow[],
  numberOf: (call: string) => number | null,
): CallRules {
  const rules = policy
    .filter(({ action }) => traced.has(action))
    .flatMap(({ calls, action, when = [] }) =>
      calls.map((call) => ({ nr: numberOf(call), rule: { action, when } })),
    );
  return [...Map.groupBy(rules, ({ nr }) => nr)].flatMap(([nr, found]) =>
    nr === null ? [] : [[nr, found.map(({ rule }) => rule)] as const],
  );
}

const traced: ReadonlySet<PolicyAction> = new Set<PolicyAction>([
  'show',
  'show-own',
  'follow',
  'watch',
  'watch-own',
  'unbounded',
]);

/** The judgement of a call by its registers, as the filter judges it; what no rule grants is refused. */
export function actionOf(
  rules: ReadonlyMap<number, CallRules[number][1]>,
  nr: number,
  args: readonly bigint[],
): PolicyAction {
  const holds = ({ argument, mask, value }: ArgumentTest) =>
    ((args[argument] ?? 0n) & mask) === value;
  return rules.get(nr)?.find(({ when }) => when.every(holds))?.action ?? 'refuse';
}
