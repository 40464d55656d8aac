import { ByteReader } from '../lines/byte-reader.ts';
import type { FrameDescription } from './frame-description.ts';
import type { FrameAddress, FrameRow, Rule } from './frame-row.ts';
import { registerCount, rsp } from './frame.ts';

/** The state that instructions change. Rules are replaced, never changed. */
interface State {
  address: FrameAddress;
  rules: Map<number, Rule>;
}

/** Compilers nest no deeper than 2. */
const maxRemembered = 16;

/**
 * The row that holds at an address of the image, which the description must contain. RangeError if
 * the instructions are broken. Source: DWARF 5, 6.4.2; its opcodes are in 7.24.
 */
export function rowAt(description: FrameDescription, address: number): FrameRow {
  const program = new FrameProgram(description, address);
  program.run(description.common);
  program.endOfCommon();
  program.run(description.own);
  return { ...program.state, isSignalFrame: description.isSignalFrame };
}

class FrameProgram {
  state: State = { address: { kind: 'register', register: rsp, offset: 0 }, rules: new Map() };
  readonly #description: FrameDescription;
  readonly #wanted: number;
  readonly #remembered: State[] = [];
  #initial: ReadonlyMap<number, Rule> = new Map();
  #location: number;

  constructor(description: FrameDescription, wanted: number) {
    this.#description = description;
    this.#wanted = wanted;
    this.#location = description.start;
  }

  /** What "restore" goes back to. */
  endOfCommon(): void {
    this.#initial = new Map(this.state.rules);
  }

  /** Ends early where instructions go on to rows beyond the wanted address. */
  run(instructions: Uint8Array): void {
    const reader = new ByteReader(instructions);
    while (reader.at < reader.length && this.#location <= this.#wanted) {
      const opcode = reader.u8();
      const operand = opcode & 0x3f;
      if (opcode >> 6 === 1) this.#advance(operand);
      else if (opcode >> 6 === 2) this.#rule(operand, this.#factored(reader.uleb()));
      else if (opcode >> 6 === 3) this.#restore(operand);
      else this.#extended(opcode, reader);
    }
  }

  #extended(opcode: number, reader: ByteReader): void {
    switch (opcode) {
      case 0x00: // nop
        return;
      case 0x02:
        return this.#advance(reader.u8());
      case 0x03:
        return this.#advance(reader.u16());
      case 0x04:
        return this.#advance(reader.u32());
      case 0x05: // offset_extended
        return this.#rule(reader.uleb(), this.#factored(reader.uleb()));
      case 0x06:
        return this.#restore(reader.uleb());
      case 0x07:
        return this.#rule(reader.uleb(), { kind: 'unknown' });
      case 0x08:
        return this.#rule(reader.uleb(), { kind: 'same' });
      case 0x09:
        return this.#rule(reader.uleb(), { kind: 'register', register: reader.uleb() });
      case 0x0a:
        return this.#remember();
      case 0x0b:
        return this.#recall();
      case 0x0c: // def_cfa
        return this.#frameAddress(reader.uleb(), reader.uleb());
      case 0x0d: // def_cfa_register
        return this.#frameAddress(reader.uleb(), this.#frameOffset().offset);
      case 0x0e: // def_cfa_offset
        return this.#frameAddress(this.#frameOffset().register, reader.uleb());
      case 0x0f: // def_cfa_expression
        this.state.address = { kind: 'expression', expression: reader.bytes(reader.uleb()) };
        return;
      case 0x10: // expression
        return this.#rule(reader.uleb(), {
          kind: 'at-expression',
          expression: reader.bytes(reader.uleb()),
        });
      case 0x11: // offset_extended_sf
        return this.#rule(reader.uleb(), this.#factored(reader.sleb()));
      case 0x12: // def_cfa_sf
        return this.#frameAddress(reader.uleb(), this.#factored(reader.sleb()).offset);
      case 0x13: // def_cfa_offset_sf
        return this.#frameAddress(
          this.#frameOffset().register,
          this.#factored(reader.sleb()).offset,
        );
      case 0x14: // val_offset
        return this.#rule(reader.uleb(), { ...this.#factored(reader.uleb()), kind: 'value' });
      case 0x15: // val_offset_sf
        return this.#rule(reader.uleb(), { ...this.#factored(reader.sleb()), kind: 'value' });
      case 0x16: // val_expression
        return this.#rule(reader.uleb(), {
          kind: 'value-expression',
          expression: reader.bytes(reader.uleb()),
        });
      case 0x2e: // GNU_args_size: of no use for unwinding
        reader.uleb();
        return;
      default:
        throw new RangeError(`unknown frame instruction ${opcode}`);
    }
  }

  #advance(delta: number): void {
    this.#location += delta * this.#description.codeFactor;
  }

  #factored(offset: number): { kind: 'at'; offset: number } {
    return { kind: 'at', offset: offset * this.#description.dataFactor };
  }

  /** Vector registers lead to no caller. */
  #rule(register: number, rule: Rule): void {
    if (register < registerCount) this.state.rules.set(register, rule);
  }

  #restore(register: number): void {
    const rule = this.#initial.get(register);
    if (rule) this.state.rules.set(register, rule);
    else this.state.rules.delete(register);
  }

  #frameAddress(register: number, offset: number): void {
    this.state.address = { kind: 'register', register, offset };
  }

  #frameOffset(): Extract<FrameAddress, { kind: 'register' }> {
    const { address } = this.state;
    if (address.kind === 'register') return address;
    throw new RangeError('the frame is given by an expression');
  }

  #remember(): void {
    if (this.#remembered.length >= maxRemembered) throw new RangeError('too much to remember');
    this.#remembered.push({ ...this.state, rules: new Map(this.state.rules) });
  }

  #recall(): void {
    const state = this.#remembered.pop();
    if (!state) throw new RangeError('nothing is remembered');
    this.state = state;
  }
}
