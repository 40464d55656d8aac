import type { Abi } from '../abi/abi.ts';
import type { CallRow } from '../families/family.ts';
import { rowOf } from '../families/shown-calls.ts';
import type { Side } from '../kinds/argument-kind.ts';
import type { CapturePlan, Source, Take } from './capture-plan.ts';
import { stackTake } from './takes.ts';

/** What the record of a call needs: the stack at its entry, and what its arguments lead to. */
export function captureOf(call: string, abi: Abi): CapturePlan {
  const row = rowOf(call);
  const takes = (side: Side): Take[] => (row ? takesOf(row, side, abi) : []);
  const descriptors = (row?.args ?? []).flatMap(([, kind], index): Source[] =>
    kind.isDescriptor ? [{ from: 'argument', index, type: 's32' }] : [],
  );
  return { entry: [stackTake, ...takes('entry')], exit: takes('exit'), descriptors };
}

const takesOf = ({ args }: CallRow, side: Side, abi: Abi): Take[] =>
  args.flatMap(([, kind], index) => kind.capture?.({ index, side, abi }) ?? []);
