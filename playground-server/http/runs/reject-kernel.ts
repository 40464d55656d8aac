import type { Engine } from '../../run/engine.ts';
import { quote, reject, type Rejection } from '../../snippet/rejection.ts';

/** Why nothing runs on this kernel, or null where this server has it. */
export function rejectKernel(
  kernel: string,
  { kernels }: Pick<Engine, 'kernels'>,
): Rejection | null {
  if (kernels.includes(kernel)) return null;
  const known = kernels.join(', ');
  return reject('unknown-kernel', `This server has no kernel ${quote(kernel)}. It has: ${known}.`);
}
