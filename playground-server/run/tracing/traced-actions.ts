import { syscallNumber } from '../../decode/syscall-name.ts';
import type { PolicyRow } from '../../sandbox/policy/policy.ts';
import type { TracedActions } from './trace-messages.ts';

/**
 * What a policy has the tracer show or watch. A stop at any other call means that the call is
 * refused; where an argument decides, the filter stops only what failed the test.
 */
export const tracedActions = (policy: readonly PolicyRow[]): TracedActions =>
  policy
    .filter(({ action }) => action === 'show' || action === 'watch')
    .flatMap(({ calls, action }) =>
      calls.map((name) => [syscallNumber(name) ?? -1, action] as const),
    );
