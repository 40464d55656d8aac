import { printValue } from '../../../protocol/print-value.ts';
import { iocbFlags, priorityPlaces } from '../../../uapi/aio-table.ts';
import type { DecodedValue } from '../../../protocol/index.ts';
import { aioOpcodeTable } from './aio-opcode-table.ts';
import type { Operand } from './aio-opcode-table.ts';
import type { Abi } from '../../abi/abi.ts';
import type { View } from '../../kinds/argument-kind.ts';
import { decodeData, decodeIovecs } from '../../kinds/decode-buffer.ts';
import { decodeFlags } from '../../kinds/decode-flags.ts';
import {
  constantValue,
  cookieValue,
  descriptorValue,
  hexOf,
  numberValue,
  pointerValue,
  unreadableValue,
} from '../../make-value.ts';
import { iocbFlagTable, ioprioClassTable, pollTable, rwFlagTable } from './flag-tables.ts';
import { readStruct, structBytes } from '../../read-struct.ts';

/** An iocb's fields as numbers. */
export type Iocb = Record<keyof Abi['structs']['iocb'], bigint>;

/** Fields that are part of every operation of this kind, even if they are 0. */
const transfer = ['aio_buf', 'aio_nbytes', 'aio_offset'];
const essentials: Readonly<Record<Operand, readonly string[]>> = {
  buffer: transfer,
  data: transfer,
  iovecs: transfer,
  'data-iovecs': transfer,
  'poll-mask': ['aio_buf'],
  none: [],
};

const resfdFlag = BigInt(iocbFlags.IOCB_FLAG_RESFD);
const ioprioFlag = BigInt(iocbFlags.IOCB_FLAG_IOPRIO);
const classShift = BigInt(priorityPlaces.IOPRIO_CLASS_SHIFT);

/**
 * The iocb at `address`: `0x7ffe… → {aio_lio_opcode = IOCB_CMD_PREAD, …}`. The address is shown
 * because io_event.obj and io_cancel identify an operation by it. All fields are decoded; the text
 * omits those that are 0 and mean nothing to the opcode.
 * Source: fs/aio.c, __io_submit_one.
 */
export function decodeIocb(name: string, address: bigint, view: View): DecodedValue {
  const layout = view.abi.structs.iocb;
  const bytes = view.memory.whole(address, structBytes(layout));
  if (address === 0n || bytes === null) return unreadableValue(name, address);
  const iocb = readStruct(layout, bytes);
  const essential = essentialFields(iocb);
  const fields = decodeFields(iocb, view).map((field) =>
    essential.has(field.name) || iocb[field.name as keyof Iocb] !== 0n
      ? field
      : { ...field, minor: true as const },
  );
  return printValue({ name, kind: 'struct', address: hexOf(address), byAddress: true, fields });
}

function essentialFields(iocb: Iocb): ReadonlySet<string> {
  return new Set([
    'aio_lio_opcode',
    'aio_fildes',
    ...essentials[operandOf(iocb)],
    ...((iocb.aio_flags & resfdFlag) === 0n ? [] : ['aio_resfd']),
    ...((iocb.aio_flags & ioprioFlag) === 0n ? [] : ['aio_reqprio']),
  ]);
}

function operandOf(iocb: Iocb): Operand {
  return aioOpcodeTable.get(iocb.aio_lio_opcode)?.operand ?? 'none';
}

/** In the order of the structure. */
function decodeFields(iocb: Iocb, view: View): DecodedValue[] {
  const opcode = aioOpcodeTable.get(iocb.aio_lio_opcode)?.name;
  return [
    cookieValue('aio_data', iocb.aio_data),
    numberValue('aio_key', iocb.aio_key),
    decodeFlags('aio_rw_flags', iocb.aio_rw_flags, rwFlagTable),
    constantValue('aio_lio_opcode', iocb.aio_lio_opcode, opcode),
    constantValue('aio_reqprio', iocb.aio_reqprio, prioritySymbol(iocb)),
    descriptorValue('aio_fildes', iocb.aio_fildes, view.memory.openOn(iocb.aio_fildes)),
    decodeOperand(iocb, view),
    numberValue('aio_nbytes', iocb.aio_nbytes),
    numberValue('aio_offset', iocb.aio_offset),
    numberValue('aio_reserved2', iocb.aio_reserved2),
    decodeFlags('aio_flags', iocb.aio_flags, iocbFlagTable),
    descriptorValue('aio_resfd', iocb.aio_resfd),
  ];
}

function decodeOperand(iocb: Iocb, view: View): DecodedValue {
  const { aio_buf: address, aio_nbytes: count } = iocb;
  switch (operandOf(iocb)) {
    case 'buffer':
    case 'none':
      return pointerValue('aio_buf', address);
    case 'data':
      return decodeData('aio_buf', address, count, view.memory);
    case 'iovecs':
      return decodeIovecs('aio_buf', address, count, false, view);
    case 'data-iovecs':
      return decodeIovecs('aio_buf', address, count, true, view);
    case 'poll-mask':
      return decodeFlags('aio_buf', address, pollTable);
  }
}

/** As a program would write it, IOPRIO_PRIO_VALUE(IOPRIO_CLASS_BE, 4), if the kernel reads it. */
function prioritySymbol({ aio_reqprio: priority, aio_flags: flags }: Iocb): string | undefined {
  if ((flags & ioprioFlag) === 0n) return undefined;
  const number = priority >> classShift;
  const ioprioClass = ioprioClassTable[Number(number)] ?? `${number}`;
  return `IOPRIO_PRIO_VALUE(${ioprioClass}, ${priority - (number << classShift)})`;
}
