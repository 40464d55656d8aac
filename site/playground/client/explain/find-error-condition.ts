import type { Verdict } from '../../../../playground-server/protocol/index.ts';
import type { Sign } from '../../../facts/sign-schema.ts';
import { judgeSign } from './judge-sign.ts';
import type { Scope } from './judge-sign.ts';

/** As much of an error condition as is needed to recognise it. */
export interface Recognisable {
  id: string;
  /** It arises before the kernel's own code: the call does not exist, or is filtered. */
  isOutside?: true | undefined;
  sign?: Sign | undefined;
}

/**
 * The one error condition that a call met, among those of an errno in the order of the kernel's
 * checks; null if the tape cannot tell. It is the first that certainly held, or else the only one
 * left when all others certainly did not.
 */
export function findErrorCondition(
  conditions: readonly Recognisable[],
  scope: Scope,
  verdict: Verdict,
): string | null {
  const judged = conditions
    .filter(({ isOutside = false }) => verdict !== 'condition' || isOutside)
    .map(({ id, sign }) => ({ id, judgement: judgeSign(sign, scope) }));
  const sure = judged.find(({ judgement }) => judgement === 'yes');
  if (sure) return sure.id;
  const [left, ...others] = judged.filter(({ judgement }) => judgement === 'unknown');
  return left && others.length === 0 ? left.id : null;
}
