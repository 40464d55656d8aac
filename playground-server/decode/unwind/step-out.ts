import { evaluate } from './frame-expression.ts';
import type { FrameRow, Rule } from './frame-row.ts';
import { rsp, type Registers } from './frame.ts';

/** A word of the stopped thread's memory, as far as it was recorded. */
export type ReadWord = (address: bigint) => bigint | undefined;

/** The registers of the caller, by the row of the callee. RangeError if they cannot be found. */
export function stepOut(row: FrameRow, registers: Registers, read: ReadWord): Registers {
  const frameAddress = addressOf(row, registers, read);
  const caller = [...registers];
  caller[rsp] = frameAddress;
  for (const [register, rule] of row.rules) {
    caller[register] = apply(rule, register);
  }
  return caller;

  function apply(rule: Rule, register: number): bigint | undefined {
    switch (rule.kind) {
      case 'unknown':
        return undefined;
      case 'same':
        return registers[register];
      case 'at':
        return read(moved(frameAddress, rule.offset));
      case 'value':
        return moved(frameAddress, rule.offset);
      case 'register':
        return registers[rule.register];
      case 'at-expression':
        return read(evaluate(rule.expression, registers, read, frameAddress));
      case 'value-expression':
        return evaluate(rule.expression, registers, read, frameAddress);
    }
  }
}

function addressOf({ address }: FrameRow, registers: Registers, read: ReadWord): bigint {
  if (address.kind === 'expression') return evaluate(address.expression, registers, read);
  const base = registers[address.register];
  if (base === undefined) throw new RangeError('the frame begins at an unknown register');
  return moved(base, address.offset);
}

const moved = (address: bigint, offset: number): bigint =>
  BigInt.asUintN(64, address + BigInt(offset));
