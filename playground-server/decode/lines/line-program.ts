import type { ByteReader } from './byte-reader.ts';
import type { LineHeader } from './line-header.ts';

/** From this address up to the next row, the instructions belong to this line. */
export interface LineRow {
  address: number;
  file: number;
  line: number;
}

/** Rows of one contiguous range of text [start, end), by rising address. */
export interface Sequence {
  start: number;
  end: number;
  rows: LineRow[];
  files: readonly (string | undefined)[];
}

interface Machine {
  header: LineHeader;
  sequences: Sequence[];
  budget: { rows: number };
  row: LineRow;
  rows: LineRow[];
}

/**
 * Runs a line number program (DWARF 5, 6.2.5) and appends the sequences that it completes. Each row
 * takes one of `budget.rows`. RangeError if the program is broken, or the budget is used up.
 */
export function runLineProgram(
  header: LineHeader,
  budget: { rows: number },
  sequences: Sequence[],
): void {
  const machine: Machine = { header, budget, sequences, row: firstRow(), rows: [] };
  const { program } = header;
  while (program.at < program.length) {
    const opcode = program.u8();
    if (opcode >= header.opcodeBase) special(machine, opcode);
    else if (opcode === 0) extended(machine, program);
    else standard(machine, opcode, program);
  }
}

function firstRow(): LineRow {
  return { address: 0, file: 1, line: 1 };
}

function append(machine: Machine): void {
  if (machine.budget.rows-- <= 0) throw new RangeError('too many rows');
  machine.rows.push({ ...machine.row });
}

function special(machine: Machine, opcode: number): void {
  const { opcodeBase, lineBase, lineRange } = machine.header;
  advanceAddress(machine, Math.floor((opcode - opcodeBase) / lineRange));
  machine.row.line += lineBase + ((opcode - opcodeBase) % lineRange);
  append(machine);
}

function advanceAddress({ header, row }: Machine, operations: number): void {
  row.address += header.minimumInstructionLength * operations;
}

function extended(machine: Machine, program: ByteReader): void {
  const body = program.part(program.uleb());
  const code = body.u8();
  if (code === 1) endSequence(machine);
  if (code === 2) machine.row.address = body.u64();
}

function endSequence(machine: Machine): void {
  const { rows, row, sequences, header } = machine;
  const start = rows[0]?.address;
  const rising = rows.every(({ address }, index) => address >= (rows[index - 1]?.address ?? 0));
  if (start !== undefined && rising && row.address > start) {
    sequences.push({ start, end: row.address, rows, files: header.files });
  }
  machine.row = firstRow();
  machine.rows = [];
}

/** Standard opcodes (DWARF 5, 6.2.5.2); those that only annotate a row are skipped. */
function standard(machine: Machine, opcode: number, program: ByteReader): void {
  const { row, header } = machine;
  switch (opcode) {
    case 1: // DW_LNS_copy
      return append(machine);
    case 2: // DW_LNS_advance_pc
      return advanceAddress(machine, program.uleb());
    case 3: // DW_LNS_advance_line
      row.line += program.sleb();
      return;
    case 4: // DW_LNS_set_file
      row.file = program.uleb();
      return;
    case 8: // DW_LNS_const_add_pc
      return advanceAddress(machine, Math.floor((255 - header.opcodeBase) / header.lineRange));
    case 9: // DW_LNS_fixed_advance_pc
      row.address += program.u16();
      return;
    default:
      for (let count = header.operandCounts[opcode - 1] ?? 0; count > 0; count--) program.uleb();
  }
}
