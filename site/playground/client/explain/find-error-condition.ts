import type { Verdict } from '../../../../playground-server/protocol/index.ts';
import type { Sign } from '../../../facts/sign-schema.ts';
import { judgeSign } from './judge-sign.ts';
import type { Scope } from './judge-sign.ts';

/** An error condition as far as it takes to recognise it. */
export interface Recognisable {
  id: string;
  /** It is met before the kernel's own code: a call that is not there, or is filtered. */
  isOutside?: true | undefined;
  sign?: Sign | undefined;
}

/**
 * The one error condition, of those of an errno in the order of the kernel's checks, that a call met; null
 * where the tape can't tell. That is the first that surely held; else the last that is left when
 * all others surely did not.
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
