import { ByteReader } from '../lines/byte-reader.ts';
import type { Registers } from './frame.ts';
import type { ReadWord } from './step-out.ts';

const unsigned = (value: bigint): bigint => BigInt.asUintN(64, value);
const signed = (value: bigint): bigint => BigInt.asIntN(64, value);
const truth = (value: boolean): bigint => (value ? 1n : 0n);

/** Operators on the two upper numbers of the stack (DWARF 5, 2.5.1.4 and 2.5.1.5). */
const binary: Readonly<Record<number, (left: bigint, right: bigint) => bigint>> = {
  0x1a: (left, right) => left & right,
  0x1c: (left, right) => left - right,
  0x1e: (left, right) => left * right,
  0x21: (left, right) => left | right,
  0x22: (left, right) => left + right,
  0x24: (left, right) => (right < 64n ? left << right : 0n),
  0x25: (left, right) => (right < 64n ? left >> right : 0n),
  0x27: (left, right) => left ^ right,
  0x29: (left, right) => truth(signed(left) === signed(right)),
  0x2a: (left, right) => truth(signed(left) >= signed(right)),
  0x2b: (left, right) => truth(signed(left) > signed(right)),
  0x2c: (left, right) => truth(signed(left) <= signed(right)),
  0x2d: (left, right) => truth(signed(left) < signed(right)),
  0x2e: (left, right) => truth(signed(left) !== signed(right)),
};

/** Those of the C library have 11 operations at most, and none jumps. */
const maxOperations = 64;

/**
 * Evaluates an expression, whose first number is `first` where it has one. RangeError if it is
 * broken, or uses an operation that neither linkers nor the C library use in unwind tables.
 */
export function evaluate(
  expression: Uint8Array,
  registers: Registers,
  read: ReadWord,
  first?: bigint,
): bigint {
  const reader = new ByteReader(expression);
  const stack: bigint[] = first === undefined ? [] : [first];
  for (let done = 0; reader.at < reader.length; done++) {
    if (done >= maxOperations) throw new RangeError('an expression without end');
    stack.push(unsigned(operate(reader, stack, registers, read)));
  }
  return pop(stack);
}

/** Carries out one operation, and returns the number that it leaves. */
function operate(
  reader: ByteReader,
  stack: bigint[],
  registers: Registers,
  read: ReadWord,
): bigint {
  const opcode = reader.u8();
  const operator = binary[opcode];
  if (operator) {
    const right = pop(stack);
    return operator(pop(stack), right);
  }
  if (opcode >= 0x30 && opcode <= 0x4f) return BigInt(opcode - 0x30); // lit0 to lit31
  if (opcode >= 0x70 && opcode <= 0x8f) {
    // breg0 to breg31
    return known(registers[opcode - 0x70]) + BigInt(reader.sleb());
  }
  switch (opcode) {
    case 0x06: // deref
      return known(read(pop(stack)));
    case 0x08: // const1u
      return BigInt(reader.u8());
    case 0x09: // const1s
      return BigInt(reader.i8());
    case 0x0a: // const2u
      return BigInt(reader.u16());
    case 0x0c: // const4u
      return BigInt(reader.u32());
    case 0x0d: // const4s
      return BigInt(reader.i32());
    case 0x10: // constu
      return BigInt(reader.uleb());
    case 0x11: // consts
      return BigInt(reader.sleb());
    case 0x12: // dup
      return known(stack.at(-1));
    case 0x23: // plus_uconst
      return pop(stack) + BigInt(reader.uleb());
    default:
      throw new RangeError(`unknown operation ${opcode}`);
  }
}

const pop = (stack: bigint[]): bigint => known(stack.pop());

function known(value: bigint | undefined): bigint {
  if (value === undefined) throw new RangeError('nothing is known of it');
  return value;
}
