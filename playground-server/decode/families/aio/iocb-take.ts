import type { Abi } from '../../abi/abi.ts';
import { aioOpcodeTable, type Operand } from './aio-opcode-table.ts';
import type { Condition, Note, Source, Take } from '../../capture/capture-plan.ts';
import { bufferTake, field, structTake } from '../../capture/takes.ts';
import { iovecLimit } from '../../kinds/decode-buffer.ts';
import { noteRead } from './submitted-reads.ts';

type Structs = Abi['structs'];

/** An iocb, with the data that it is about to write. */
export const iocbTake = (at: Source, { iocb, iovec }: Structs): Take => {
  const iovecs = {
    ...structTake(field(iocb.aio_buf), iovec),
    count: { of: field(iocb.aio_nbytes), most: iovecLimit },
    isBuffer: true,
  } as const;
  const data = bufferTake(field(iocb.aio_buf), field(iocb.aio_nbytes));
  const pieces = bufferTake(field(iovec.iov_base), field(iovec.iov_len));
  return {
    ...structTake(at, iocb),
    descriptor: field(iocb.aio_fildes),
    each: [
      { ...data, when: opcodeWith('data', iocb) },
      { ...iovecs, when: opcodeWith('iovecs', iocb) },
      { ...iovecs, when: opcodeWith('data-iovecs', iocb), each: [pieces] },
    ],
  };
};

/** Where a read will put its data. */
export const noteOfRead = ({ iocb }: Structs): Note =>
  noteRead(field(iocb.aio_buf), opcodeWith('buffer', iocb));

/** Holds for an iocb whose opcode uses aio_buf in this way. */
function opcodeWith(operand: Operand, { aio_lio_opcode }: Structs['iocb']): Condition {
  const opcodes = [...aioOpcodeTable].filter(([, row]) => row.operand === operand);
  return { value: field(aio_lio_opcode), in: opcodes.map(([opcode]) => Number(opcode)) };
}
